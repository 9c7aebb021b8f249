import { Text, View } from '@tarojs/components';
import { dayInWords, dayOf, whyNoDeadlineLabels, type Day, type Deadline } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Tag } from '@/components/tag';
import { dueInWords } from '@/features/case-ticket/due';

export function Deadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const today = dayOf(Date.now());
  return (
    <View className="stack">
      <Heading>期限</Heading>
      {deadlines.length === 0 && <Text className="note">现在没有计时。受理后开始算。</Text>}
      {deadlines.map((deadline) => (
        <Card key={deadline.rule}>
          <Text>{deadline.what}</Text>
          <View>
            <Standing deadline={deadline} today={today} />
          </View>
          <Text className="note">{deadline.article}</Text>
        </Card>
      ))}
    </View>
  );
}

function Standing({ deadline, today }: { deadline: Deadline; today: Day }) {
  const { dueDay, metOn, whyNot } = deadline;
  if (whyNot) return <Text className="note">{whyNoDeadlineLabels[whyNot]}</Text>;
  if (metOn) return <Tag tone="ok">{`${dayInWords(metOn)} 已完成`}</Tag>;
  if (!dueDay) return <Text className="note">还没有开始计时</Text>;
  const { words, tone } = dueInWords(dueDay, today);
  return <Tag tone={tone}>{words}</Tag>;
}
