import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>天气小常识</Text>
    </View>
  );
}
