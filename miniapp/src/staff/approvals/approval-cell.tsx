import {
  approvalStateLabels,
  caseTicketKindOfficialLabels,
  deadlineRules,
  type Approval,
  type DeskTicketRow,
} from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { whenInWords } from '@/features/case-ticket/when';
import { openTicket } from '../desk/panes-props';

const whatIsAsked = ({ kind, rule, days }: Approval): string =>
  kind === 'unlock' || !rule
    ? '申请查看内容'
    : `申请延长 ${days ?? 0} 天：${deadlineRules[rule].what}`;

const howItStands = ({ state, mayDecide, decidedByName }: Approval): string => {
  if (mayDecide) return '等您批';
  return [decidedByName, approvalStateLabels[state]].filter(Boolean).join(' ');
};

/** Who asks for what and why, and how it stands. It is decided in the ticket. */
export function ApprovalCell({ ticket, approval }: { ticket: DeskTicketRow; approval: Approval }) {
  const { isMine, askedByName, askedAt, reason } = approval;
  const who = isMine ? '您' : (askedByName ?? '同事');
  return (
    <Cell
      title={`${who}${whatIsAsked(approval)}`}
      facts={[
        `${caseTicketKindOfficialLabels[ticket.kind]} · ${ticket.federationName}`,
        ...(reason ? [`原因：${reason}`] : []),
        `${whenInWords(askedAt)} · ${howItStands(approval)}`,
      ]}
      onTap={() => openTicket(ticket.id)}
    />
  );
}
