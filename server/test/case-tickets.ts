import { randomBytes } from 'node:crypto';
import type {
  AskedForHelp,
  AskForHelp,
  ClaimedTicket,
  DeskTicket,
  DeskPerson,
  DeskTicketRow,
  Page,
  RefusalBody,
} from '@niangjia/shared';
import type { Answer } from './http';
import type { TestApp } from './app';
import { aPerson, type GivenPost } from './given';

type App = Pick<TestApp, 'http'>;

/** A key as a phone makes it: at least 128 random bits. */
export const anIdempotencyKey = (): string => randomBytes(24).toString('base64url');

export const words = '他又打我了😢\n我想带孩子离开👩‍👧';

/** She asks for help, of a kind and in words of no importance unless told otherwise. */
export async function aTicket(
  { http }: App,
  asked: Partial<AskForHelp> & { divisionCode: string },
): Promise<AskedForHelp> {
  const body = { kind: 'labour_rights', text: words, ...asked };
  const { body: reply } = await http.post<AskedForHelp>('/case-tickets', body);
  return reply;
}

/** With her code: `claim(t, asked)`, `claim(t, asked, 'messages', { text })`. */
export function claim<T = ClaimedTicket>(
  { http }: App,
  { claimCode }: Pick<AskedForHelp, 'claimCode'>,
  act?: 'messages' | 'danger' | 'safe-contact' | 'withdraw',
  given: object = {},
): Promise<Answer<T>> {
  const path = act ? `/case-tickets/claim/${act}` : '/case-tickets/claim';
  return http.post<T>(path, { claimCode, ...given });
}

/** What staff do; each answers with the status, so that a refusal can be expected. */
export const staff = ({ http }: App, token: string) => ({
  list: (query = '') => http.get<Page<DeskTicketRow>>(`/desk/case-tickets${query}`, { token }),
  open: (id: string) => http.get<DeskTicket>(`/desk/case-tickets/${id}`, { token }),
  move: (id: string, to: string, note?: string, more: object = {}) =>
    http.post<DeskTicket & RefusalBody>(
      `/desk/case-tickets/${id}/moves`,
      { to, note, ...(to === 'closed' && { outcome: 'solved' }), ...more },
      { token },
    ),
  /** Any other act: `act(id, 'assignee', { version, accountId })`. */
  act: <Reply = DeskTicket & RefusalBody>(id: string, act: string, body: object) =>
    http.post<Reply>(`/desk/case-tickets/${id}/${act}`, body, { token }),
  people: async (id: string) =>
    (await http.get<Page<DeskPerson>>(`/desk/case-tickets/${id}/people`, { token })).body.items,
  write: (id: string, text: string, internal?: boolean) =>
    http.post<DeskTicket & RefusalBody>(
      `/desk/case-tickets/${id}/messages`,
      { text, internal },
      { token },
    ),
});

/** Somebody of the staff, `示例·` before her name: what she does, and what she was told. */
export async function aDesk(t: TestApp, name: string, ...posts: GivenPost[]) {
  const person = await aPerson(t, posts, `示例·${name}`);
  const inbox = async () =>
    (await t.http.get<Page<{ aboutId: string; kind: string }>>('/me/notifications', person)).body
      .items;
  return { ...staff(t, person.token), ...person, inbox };
}
