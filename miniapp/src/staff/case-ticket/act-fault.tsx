import { Text } from '@tarojs/components';
import type { DeskTicket } from '@niangjia/shared';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { whenInWords } from '@/features/case-ticket/when';
import type { Fault } from '@/platform/refused';
import { quickerInWords } from './happenings';
import { isConflict } from './use-ticket';

/** Why an act did not go through. When somebody was quicker: who, with what and when. */
export function ActFault({ fault, ticket }: { fault?: Fault; ticket: DeskTicket }) {
  const { lastMove } = ticket;
  if (!isConflict(fault) || lastMove.isMe) return <FaultNote fault={fault} />;
  return (
    <Note tone="warn" title={quickerInWords(lastMove)}>
      <Text>{`${whenInWords(lastMove.at)}，比您快一步。您写的都还在，看过最新的再提交。`}</Text>
    </Note>
  );
}
