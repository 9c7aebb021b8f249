import {
  refusals,
  type FieldFact,
  type LinkedWoman,
  type RefusalCode,
  type SyncResult,
  type Visit,
} from '@niangjia/shared';
import { keepSession } from '@/platform/session';
import { keep } from '@/platform/storage';
import { refuses, says } from './desk';
import { aGrid, aWoman } from './field';
import { phone } from './stand-ins/taro';

const noon = Date.parse('2026-11-22T12:00:00+08:00');
let accounts = 0;

/** The service as the phone of an 执委 meets it: it takes every fact unless a test says otherwise. */
export function aFieldService(women: LinkedWoman[] = [aWoman()], visits: Visit[] = []) {
  const service = {
    women,
    visits,
    grids: [aGrid()],
    facts: [] as FieldFact[],
    /** Why it says no to a fact; undefined when it takes it. */
    whyNot: (_fact: FieldFact): RefusalCode | undefined => undefined,
    /** What else it answers, by `METHOD /path`. */
    others: {} as Record<string, unknown>,
  };
  const resultOf = (fact: FieldFact): SyncResult => {
    const code = service.whyNot(fact) ?? null;
    if (!code) service.facts.push(fact);
    const message = code && refusals[code].message;
    return { id: fact.id, outcome: code ? 'refused' : 'stored', code, message, maybeSameAs: null };
  };
  const list = (items: unknown[]) => ({ items, next: null });
  phone.answer = async ({ method, url, data }) => {
    const path = url.replace('/api/v1', '').replace(/\?.*/, '');
    const answers: Record<string, () => unknown> = {
      'GET /me/linked-women': () => list(service.women),
      'GET /me/visits': () => list(service.visits),
      'GET /me/grids': () => list(service.grids),
      'POST /visits/sealing-keys': () => ({ id: 'K', publicKey: 'A'.repeat(43), submitToken: 's' }),
      'POST /visits/sync': () => ({
        results: (data as { facts: FieldFact[] }).facts.map(resultOf),
        serverTime: '2026-11-22T12:00:00+08:00',
      }),
    };
    const known = answers[`${method} ${path}`]?.() ?? service.others[`${method} ${path}`];
    return known === undefined ? refuses('not_found') : says(known);
  };
  return service;
}

/** Another 执委 each time, so that no test meets what the one before left on the phone. */
export function anExecutiveMemberSignsIn(): void {
  jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
  Element.prototype.scrollIntoView = () => undefined;
  keep('signed-in-as', `member-${(accounts += 1)}`);
  keepSession('secret');
}
