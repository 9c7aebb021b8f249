import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { Page } from '../page';
import type { CaseTicketState, ClaimCode } from './case-ticket';

/** A ticket that she took to her account (收进我的). It opens only with its claim code, as ever. */
export interface KeptTicket {
  id: string;
  /** Says nothing of what it is about: somebody else may be looking. */
  title: string;
  state: CaseTicketState;
  keptDay: Day;
}

/** `11月26日收进的一件事` */
export const keptTicketTitle = (keptDay: Day): string => {
  const [, month, day] = keptDay.split('-').map(Number);
  return `${month}月${day}日收进的一件事`;
};

export const keptTicketLimits = { perAccount: 50 } as const;

export const keptTicketEndpoints = {
  keep: endpoint<{ body: ClaimCode; reply: KeptTicket }>()('POST', '/case-tickets/claim/keep'),
  mine: endpoint<{ reply: Page<KeptTicket> }>()('GET', '/me/case-tickets'),
  remove: endpoint<{ params: { id: string }; reply: { removed: boolean } }>()(
    'DELETE',
    '/me/case-tickets/:id',
  ),
};
