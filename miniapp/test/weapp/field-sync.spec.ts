import fc from 'fast-check';
import type { LinkedWoman, Page, Session, Visit } from '@niangjia/shared';
import type { Office } from '@/features/visit/office';
import { Refused, refusedBy, Unreachable } from '@/platform/refused';
import { History, steps, type World } from '../phone/history';
import { startService, type Service } from '../service';

/** A service is new for each few of them: the women of all are on both phones, and each is asked about at the end. */
const perService = 6;
const histories = process.env['PROVE'] === '1' ? 1_000 : perService;
const services = Array.from({ length: Math.ceil(histories / perService) }, (_, at) => at);
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
jest.setTimeout(10 * 60_000);

/** Below what one session may write in a minute. */
const asksPerSession = 60;
const people = ['committee-member', 'other-committee-member'] as const;

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

/** Signed in anew from time to time, as no phone of flesh and blood is so busy. */
class Signed {
  readonly accounts: string[] = [];
  readonly grids: string[] = [];
  private readonly tokens = new Map<string, { token: string; asks: number }>();

  async ask<Reply>(accountId: string, method: string, path: string, body?: object): Promise<Reply> {
    const token = await this.tokenOf(accountId);
    const response = await fetch(`${service.origin}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    }).catch(() => {
      throw new Unreachable('offline');
    });
    const reply: unknown = await response.json();
    if (!response.ok) throw refusedBy(reply);
    return reply as Reply;
  }

  async signIn(person: string): Promise<string> {
    const body = { demonstration: person };
    const { token, account } = await service.ask<Session>('POST', '/sessions', { body });
    this.tokens.set(account.id, { token, asks: 0 });
    return account.id;
  }

  private async tokenOf(accountId: string): Promise<string> {
    const known = this.tokens.get(accountId);
    if (known && (known.asks += 1) < asksPerSession) return known.token;
    await this.signIn(people[this.accounts.indexOf(accountId)] ?? '');
    return this.tokenOf(accountId);
  }

  async all<T>(accountId: string, path: string): Promise<T[]> {
    const items: T[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next && `&after=${next}`;
      const page: Page<T> = await this.ask(accountId, 'GET', `${path}?limit=100${after}`);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  }
}

function worldOf(signed: Signed): World {
  const [first = '', second = ''] = signed.accounts;
  const after = (cursor?: string) => `?limit=100${cursor ? `&after=${cursor}` : ''}`;
  return {
    accounts: [first, second],
    gridOf: (accountId) => signed.grids[signed.accounts.indexOf(accountId)] ?? '',
    officeOf: (who): Office => ({
      sync: (facts) => signed.ask(who(), 'POST', '/visits/sync', { facts }),
      submitSealed: (sealed) => signed.ask(who(), 'POST', '/visits/sealed', { sealed }),
      sealingKey: () => signed.ask(who(), 'POST', '/visits/sealing-keys'),
      mayVisit: async () => true,
      grids: () => signed.ask(who(), 'GET', '/me/grids'),
      women: (cursor) => signed.ask(who(), 'GET', `/me/linked-women${after(cursor)}`),
      visits: (cursor) => signed.ask(who(), 'GET', `/me/visits${after(cursor)}`),
    }),
    now: Date.now,
    womanEnds: async (_, linkCode) => {
      if (linkCode === undefined) return;
      await service.ask('POST', '/links/claim/end', { body: { linkCode } }).catch(() => undefined);
    },
    refuseNext: () => undefined,
    today: () => '2026-11-20',
  };
}

it.each(services)('a phone and the real service end alike, on service %d', async (at) => {
  const ours = seed + 1000 * perService * at;
  process.stdout.write(`  phone and service: seed ${ours}\n`);
  const signed = new Signed();
  for (const person of people) {
    const accountId = await signed.signIn(person);
    signed.accounts.push(accountId);
    const { items } = await signed.ask<Page<{ id: string }>>(accountId, 'GET', '/me/grids');
    signed.grids.push(items[0]?.id ?? '');
  }
  let lived = 0;
  let counted = 0;

  const holds = fc.asyncProperty(steps, async (all) => {
    const history = new History(worldOf(signed), ours + 1000 * (lived += 1));
    await history.live(all);
    for (const phone of history.phones)
      for (const at of [0, 1, 0]) await history.calm(phone, signed.accounts[at] ?? '');
    for (const phone of history.phones) await phone.sync();

    const [women, visits] = await Promise.all([
      Promise.all(signed.accounts.map((id) => signed.all<LinkedWoman>(id, '/me/linked-women'))),
      Promise.all(signed.accounts.map((id) => signed.all<Visit>(id, '/me/visits'))),
    ]);
    const names = women.flat().map(({ name }) => name);
    const notes = visits.flat().map(({ note }) => note ?? '');
    // Nobody can put right what was sealed: the service said why, and it stays.
    const stuck = history.phones.flatMap((phone) => phone.sealed());
    expect(stuck.filter(({ refused }) => refused === undefined)).toEqual([]);
    const stuckWords = new Set(stuck.map(({ id }) => history.wordsOf(id)));
    for (const [words, { isTakenBack }] of history.promised) {
      if (isTakenBack || history.isOver(words) || stuckWords.has(words)) continue;
      if (/^\d/.test(words)) continue;
      counted += 1;
      const times = [...names, ...notes].filter((text) => text.includes(words)).length;
      expect([words, times]).toEqual([words, 1]);
    }
    for (const phone of history.phones) {
      const shown = phone.view();
      const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id).sort();
      expect([shown.waiting.count - shown.waiting.sealed, shown.damaged]).toEqual([0, 0]);
      expect(ids(shown.women)).toEqual(ids(women[0]));
      const active = new Set(ids(women[0]));
      const theirs = (visits[0] ?? []).slice(0, 300).filter(({ linkId }) => active.has(linkId));
      expect(ids(shown.visits)).toEqual(ids(theirs));
    }
  });
  await fc.assert(holds, { numRuns: perService, seed: ours, endOnFailure: true });
  process.stdout.write(`  phone and service: ${lived} histories, found ${counted}\n`);
});

it('says no in its own words to whoever is no 执委', async () => {
  const signed = new Signed();
  signed.accounts.push(await signed.signIn('town-staff'));
  const asked = signed.ask(signed.accounts[0] ?? '', 'POST', '/visits/sealing-keys');
  await expect(asked).rejects.toBeInstanceOf(Refused);
});
