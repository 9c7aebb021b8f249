import { Text } from '@tarojs/components';
import { Card } from '@/components/card';
import { Cell } from '@/components/cell';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { Hotlines } from '@/features/case-ticket/hotlines';
import { goTo } from '@/platform/navigate';
import { chooseTextSize, textSizes, useTextSize, type TextSize } from '@/platform/text-size';

const sizes = (Object.keys(textSizes) as TextSize[]).map((value) => ({
  value,
  label: textSizes[value].label,
}));

const aboutHerData = [
  '不用登录就能求助。不问名字、电话和位置。',
  '求助的内容加密保存，只有办这件事的人能看，每次查看都有记录。',
  '您选的乡镇和字的大小，只存在这部手机里。',
  '点了「用我的位置」才会定位，位置不会保存。',
];

export default function MinePage() {
  return (
    <Screen>
      <Heading level={1}>我的</Heading>
      <Cell
        title="看答复"
        facts={['用求助后抄下的 20 位数字']}
        onTap={() => goTo('/women/claim/index')}
      />
      <Choice label="文字大小" options={sizes} chosen={useTextSize()} onChoose={chooseTextSize} />
      <Hotlines />
      <Heading>您的信息</Heading>
      <Card>
        {aboutHerData.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Card>
      <Heading>为工作人员</Heading>
      <Cell
        title="进入工作台"
        facts={['妇联干部、执委登录后用']}
        onTap={() => goTo('/staff/sign-in/index')}
      />
    </Screen>
  );
}
