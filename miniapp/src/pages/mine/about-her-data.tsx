import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';

const promises = [
  '不用登录就能求助。不问名字、电话和位置。',
  '求助的内容加密保存，负责的妇联和上级妇联的工作人员能看，每次查看都有记录。',
  '您选的乡镇和字的大小，存在这部手机里。登录后，长辈版也跟着账号走。',
  '点了「用我的位置」才会定位，位置不会保存。',
];

export const AboutHerData = () => (
  <View className="stack">
    <Heading>您的信息</Heading>
    <Card>
      {promises.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </Card>
  </View>
);
