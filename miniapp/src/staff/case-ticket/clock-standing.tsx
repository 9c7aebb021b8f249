import { Text, View } from '@tarojs/components';
import {
  type ApprovalWay,
  dayInWords,
  dayOf,
  extensionStateLabels,
  whyNoDeadlineLabels,
  type Deadline,
  type Extension,
} from '@niangjia/shared';
import { Tag, type Tone } from '@/components/tag';
import { dueInWords } from '@/features/case-ticket/due';
import { whenInWords } from '@/features/case-ticket/when';

const toldTones: Record<Deadline['told'], Tone | undefined> = {
  nothing: undefined,
  warned: 'warn',
  overdue: 'error',
  escalated: 'error',
};

/** The date of a clock, or why there is none. */
export function ClockStanding({ clock }: { clock: Deadline }) {
  const { dueDay, dueAt, metOn, whyNot, told } = clock;
  if (whyNot)
    return (
      <View className="stack">
        <View>
          <Tag>{whyNot === 'calendar_not_covered' ? '未能算出' : '不计时'}</Tag>
        </View>
        <Text className="note">{whyNoDeadlineLabels[whyNot]}</Text>
      </View>
    );
  if (metOn) return <Told tone="ok" words={`${dayInWords(metOn)} 已办到`} />;
  if (!dueDay) return <Text className="note">还没有开始计时</Text>;

  const due = dueInWords(dueDay, dayOf(Date.now()));
  const hour = dueAt ? `，到 ${whenInWords(dueAt).split(' ').pop()}` : '';
  return <Told tone={toldTones[told] ?? due.tone} words={due.words + hour} />;
}

const Told = ({ tone, words }: { tone: Tone; words: string }) => (
  <View>
    <Tag tone={tone}>{words}</Tag>
  </View>
);

/** How it was counted, by which article, and what became of it. */
export const clockNotes = ({ counted, article, note, extension, told }: Deadline): string[] =>
  [
    counted,
    article,
    note,
    extension && extensionInWords(extension),
    told === 'escalated' && '已经报到上级妇联',
  ].filter((words) => typeof words === 'string');

const alone = '现在除了申请的人，没有第二个人能批。';
const whoDecides: Record<ApprovalWay, string> = {
  head: '由另一位负责人批。',
  colleague: '这里和上级都没有别的主席，由另一位办求助的同事批。',
  invite: `${alone}主席在“组织”里请一位同事任职，她就能批。`,
  be_joined: `${alone}请主席在“组织”里再请一位任职；没有主席的，请管这个系统的人设一位。`,
};

const extensionInWords = ({ state, days, askedByName, decidedByName, way }: Extension): string => {
  const who = [askedByName, decidedByName].filter(Boolean).join('，');
  const waits = way ? `。${whoDecides[way]}` : '';
  return `${extensionStateLabels[state]}：${days} 天${who && `，${who}`}${waits}`;
};
