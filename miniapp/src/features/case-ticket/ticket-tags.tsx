import {
  caseTicketRiskLabels,
  caseTicketStateLabels,
  type CaseTicketRisk,
  type CaseTicketState,
} from '@niangjia/shared';
import { Tag, type Tone } from '@/components/tag';

const riskTones: Record<CaseTicketRisk, Tone> = { danger: 'error', high: 'warn', normal: 'plain' };
const stateTones: Record<CaseTicketState, Tone> = {
  received: 'info',
  accepted: 'info',
  answered: 'ok',
  closed: 'plain',
  withdrawn: 'plain',
};

export const RiskTag = ({ risk }: { risk: CaseTicketRisk }) => (
  <Tag tone={riskTones[risk]}>{caseTicketRiskLabels[risk]}</Tag>
);

export const StateTag = ({ state }: { state: CaseTicketState }) => (
  <Tag tone={stateTones[state]}>{caseTicketStateLabels[state]}</Tag>
);
