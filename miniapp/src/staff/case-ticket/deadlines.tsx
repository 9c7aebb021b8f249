import { Text, View } from '@tarojs/components';
import {
  dayInWords,
  dayOf,
  extensionStateLabels,
  whyNoDeadlineLabels,
  type Day,
  type Deadline,
  type Extension,
} from '@niangjia/shared';
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
          {notesOf(deadline).map((note) => (
            <View key={note}>
              <Text className="note">{note}</Text>
            </View>
          ))}
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

/** How it was counted, by which article, and what became of it. */
const notesOf = ({ counted, article, note, extension, told }: Deadline): string[] =>
  [
    counted,
    article,
    note,
    extension && extensionInWords(extension),
    told === 'escalated' && '已经报到上级妇联',
  ].filter((words) => typeof words === 'string');

const extensionInWords = ({ state, days, askedByName, decidedByName }: Extension): string => {
  const who = [askedByName, decidedByName].filter(Boolean).join('，');
  return `${extensionStateLabels[state]}：${days} 天${who && `，${who}`}`;
};
