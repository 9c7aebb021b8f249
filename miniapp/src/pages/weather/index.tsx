import { Text, View } from '@tarojs/components';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';

const topics = [
  { title: '降温', text: '一天里最低气温常在日出前后。出门早的话，多带一件外套。' },
  { title: '下雨', text: '小雨一天不到 10 毫米，带一把折伞就够。大雨天少走低洼的路。' },
  { title: '大风', text: '六级风时大树枝会摇动，打伞费力。窗台上的花盆要收进来。' },
  { title: '回南天', text: '早晚关好门窗，中午再开。衣服晾在通风的地方。' },
];

/** What stays on the screen after 快速离开. It asks nothing of the network and says nothing of us. */
export default function WeatherPage() {
  return (
    <Screen withoutPhone>
      <Heading level={1}>天气小常识</Heading>
      {topics.map(({ title, text }) => (
        <View key={title}>
          <Heading level={2}>{title}</Heading>
          <Text>{text}</Text>
        </View>
      ))}
    </Screen>
  );
}
