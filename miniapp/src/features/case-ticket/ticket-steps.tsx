import { View } from '@tarojs/components';
import { caseTicketStateLabels, type CaseTicketState, type ClaimedTicket } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { Steps, type Step } from '@/components/steps';
import { timeInWords } from './messages';

const way: readonly CaseTicketState[] = ['received', 'accepted', 'answered', 'closed'];

/** 已收到 → 已受理 → 已答复 → 已办结 */
export function TicketSteps({ ticket }: { ticket: ClaimedTicket }) {
  const { state, receivedAt, federationName } = ticket;
  if (state === 'withdrawn') return <Note title="这件求助已经撤回。要再求助，请重新写一件。" />;

  const reached = way.indexOf(state);
  const stateOf = (index: number): Step['state'] => {
    if (index < reached || state === 'closed') return 'done';
    return index === reached ? 'now' : 'later';
  };
  const steps = way.map((name, index) => ({
    title: caseTicketStateLabels[name],
    note: index === 0 ? `${timeInWords(receivedAt)}，${federationName}` : undefined,
    state: stateOf(index),
  }));
  return (
    <View className="stack">
      <Heading>办到哪一步</Heading>
      <Steps steps={steps} />
    </View>
  );
}
