import type { PropsWithChildren } from 'react';
import { deskLimits, type DeskTicket } from '@niangjia/shared';
import { ActFault } from './act-fault';
import { QuestionSheet, type QuestionProps } from './question-sheet';

/** Why she does it, for the timeline. */
export const reasonAsk = (label = '原因') =>
  ({
    name: 'reason',
    label,
    hint: '只有工作人员能看到',
    chars: deskLimits.reasonChars,
  }) as const;

type Props<Name extends string> = Omit<QuestionProps<Name>, 'fault'> & { ticket: DeskTicket };

/** A question before an act on a ticket, which somebody may have moved in the meantime. */
export const ActSheet = <Name extends string>({
  ticket,
  ...question
}: PropsWithChildren<Props<Name>>) => (
  <QuestionSheet {...question} fault={<ActFault fault={question.send.fault} ticket={ticket} />} />
);
