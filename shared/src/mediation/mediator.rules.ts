import type { CaseTicketKind, CaseTicketRisk } from '../case-ticket/case-ticket';
import type { Day } from '../day';
import type { RefusalCode } from '../refusal';
import type { MediationWish, MediatorState } from './mediator';

interface Asked {
  state: MediatorState;
  fromDay: Day;
  toDay: Day;
}

interface OnTicket {
  isRecused: boolean;
  /** She asked for another one before. */
  isUnwanted: boolean;
}

/** Why this one cannot mediate here today; serves the button and the server alike. */
export function whyNotMediator(
  { state, fromDay, toDay }: Asked,
  { isRecused, isUnwanted }: OnTicket,
  today: Day,
): RefusalCode | undefined {
  if (state !== 'serving') return 'mediator_not_serving';
  if (today < fromDay || today > toDay) return 'mediator_term_over';
  if (isRecused) return 'mediator_recused';
  return isUnwanted ? 'mediator_unwanted' : undefined;
}

/** Who is beaten or in danger is not talked into peace. */
export const whyNotMediate = (
  kind: CaseTicketKind,
  risk: CaseTicketRisk,
): RefusalCode | undefined =>
  kind === 'domestic_violence' || risk === 'danger' ? 'mediation_not_for_violence' : undefined;

/** What she reads under her claim code. */
export const assignedForHer = (name: string): string =>
  `我们请了调解员${name}来帮忙。您可以换一位，也可以不调解，都由您定。`;

export const endedForHer = (name: string): string => `调解员${name}的调解结束了。`;

/** Said in her name, to whoever works on it. */
export const wishInHerWords: Record<MediationWish, string> = {
  another_wanted: '我想换一位调解员。',
  refused: '我不想调解。',
};
