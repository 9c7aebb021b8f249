import type { Mediator, NewMediator, RefusalBody, TicketMediation } from '@niangjia/shared';
import type { TestApp } from './app';
import { anIdempotencyKey } from './case-tickets';

/** In office all year, unless told otherwise. */
export const aMediator = (
  given: Partial<NewMediator> & Pick<NewMediator, 'federationId'>,
): NewMediator => ({
  name: '示例·吴金凤',
  skills: ['marriage', 'children'],
  fromDay: '2026-01-01',
  toDay: '2026-12-31',
  ...given,
});

type Reply = TicketMediation & RefusalBody;

/** What staff do with mediators; each answers with the status, so that a refusal can be expected. */
export const mediationDesk = ({ http }: Pick<TestApp, 'http'>, token: string) => {
  const path = (ticketId: string) => `/desk/case-tickets/${ticketId}/mediation`;
  const once = () => ({ token, headers: { 'idempotency-key': anIdempotencyKey() } });
  return {
    add: (given: Parameters<typeof aMediator>[0]) =>
      http.post<Mediator & RefusalBody>('/desk/mediators', aMediator(given), once()),
    change: (id: string, body: object) =>
      http.put<Mediator & RefusalBody>(`/desk/mediators/${id}`, body, { token }),
    roster: (query = '') =>
      http.get<{ items: Mediator[]; next: string | null }>(`/desk/mediators${query}`, { token }),
    of: (ticketId: string) => http.get<Reply>(path(ticketId), { token }),
    assign: (ticketId: string, mediatorId: string, agreed = true) =>
      http.post<Reply>(path(ticketId), { mediatorId, agreed }, once()),
    recuse: (ticketId: string, mediatorId: string, kind = 'related') =>
      http.post<Reply>(`${path(ticketId)}/recusals`, { mediatorId, kind, note: '是表姐' }, once()),
    end: (ticketId: string, note?: string) =>
      http.post<Reply>(`${path(ticketId)}/end`, { note }, { token }),
  };
};
