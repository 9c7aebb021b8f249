import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { RegistrationRow } from '../../../src/activity';
import { CaseTicket } from '../../../src/case-ticket';
import { brokenSeats } from '../../activities';
import { anIdempotencyKey } from '../../case-tickets';
import { brokenInvariants } from '../../faults/invariants';
import type { GivenPerson } from '../../given';
import { type Answer, chance, say, Stand } from '../faults/stand';
import { inWords } from '../waits';

/** Requests a second, and for how many seconds. */
const rate = Number(process.env.LOAD_RATE ?? 200);
const seconds = Number(process.env.LOAD_SECONDS ?? 600);

jest.setTimeout((seconds + 300) * 1000);

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.make();
  await stand.begin({ mostMs: (seconds + 300) * 1000 });
});
afterAll(() => stand.end());

const oneOf = <T>(some: readonly T[]): T => some[Math.floor(chance() * some.length)]!;

/** A woman and what she was told: her live registration in each activity, and the last that she made. */
interface Told {
  she: GivenPerson;
  live: Map<string, string>;
  last?: string;
  isBusy: boolean;
}

/**
 * What the service was asked and must know at the end. On the way another status is a difference, and so are another
 * answer to the same request and what her own list says otherwise.
 */
class Oracle {
  readonly differences: string[] = [];
  readonly women: Told[];
  readonly tickets = new Set<unknown>();
  /** Nobody was free to ask. */
  unasked = 0;
  readonly waits = { reads: [] as number[], registrations: [] as number[], help: [] as number[] };

  constructor(private readonly given: Stand) {
    this.women = given.women.map((she) => ({ she, live: new Map(), isBusy: false }));
  }

  /** One request of the mixture: 80 of a hundred read, 15 register or cancel, 5 ask for help. */
  one(): Promise<void> {
    const part = chance();
    if (part < 0.8) return this.read();
    return part < 0.95 ? this.byOneWoman((told) => this.register(told)) : this.help();
  }

  private async read(): Promise<void> {
    const part = chance();
    if (part < 0.25) return this.byOneWoman((told) => this.hers(told));
    const { id } = oneOf(this.given.activities);
    const path = part < 0.5 ? `/activities/${id}` : part < 0.75 ? '/activities' : '/divisions';
    this.expect('reads', 200, await this.given.ask('GET', `/api/v1${path}`));
  }

  private async hers({ she, live, last }: Told): Promise<void> {
    const reply = await this.given.ask('GET', '/api/v1/me/registrations?limit=100', { by: she });
    if (!this.expect('reads', 200, reply)) return;
    const items = reply!.body.items as { id: string; state: string }[];
    if (items[0]?.id !== last) this.differences.push(`her list does not begin with ${last}`);
    const known = new Set(live.values());
    for (const { id, state } of items)
      if (known.has(id) === (state === 'cancelled')) this.differences.push(`${id} is ${state}`);
  }

  /** Or cancels, where she is registered. */
  private async register(told: Told): Promise<void> {
    const { she, live } = told;
    const { id: activityId } = oneOf(this.given.activities);
    const hers = live.get(activityId);
    if (hers) {
      const path = `/api/v1/registrations/${hers}/cancel`;
      const reply = await this.given.ask('POST', path, { by: she });
      if (this.expect('registrations', 200, reply)) live.delete(activityId);
      return;
    }
    const asked = { she, activityId, key: anIdempotencyKey() };
    const reply = await this.twice('registrations', () => this.given.enrol(asked));
    if (!reply) return;
    told.last = String(reply.body.id);
    live.set(activityId, told.last);
  }

  private async help(): Promise<void> {
    const key = anIdempotencyKey();
    const divisionCode = this.given.tree.codes.town;
    const body = { kind: 'hardship', text: `米没有了 ${key}`, divisionCode };
    const path = '/api/v1/case-tickets';
    const reply = await this.twice('help', () => this.given.ask('POST', path, { body, key }));
    if (reply) this.tickets.add(reply.body.id);
  }

  /** One request in ten is sent again, and must be answered as before. */
  private async twice(
    what: keyof Oracle['waits'],
    send: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    const first = await send();
    if (!this.expect(what, 201, first)) return undefined;
    if (chance() < 0.1) {
      const again = await send();
      if (again?.status !== 201 || !isDeepStrictEqual(again.body, first!.body))
        this.differences.push(`${what}: another answer to the same request`);
    }
    return first;
  }

  /** A woman asks one thing at a time; when all are busy, nobody asks. */
  private async byOneWoman(ask: (told: Told) => Promise<void>): Promise<void> {
    const free = this.women.filter(({ isBusy }) => !isBusy);
    if (free.length === 0) return void (this.unasked += 1);
    const told = oneOf(free);
    told.isBusy = true;
    await ask(told).finally(() => (told.isBusy = false));
  }

  private expect(what: keyof Oracle['waits'], status: number, reply?: Answer): boolean {
    this.waits[what].push(reply?.ms ?? Infinity);
    if (reply?.status === status) return true;
    this.differences.push(`${what}: ${reply?.status ?? 'no answer'} instead of ${status}`);
    return false;
  }
}

/** So many a second, whether those before were answered or not. */
async function load(one: () => Promise<void>): Promise<void> {
  const asked: Promise<void>[] = [];
  const began = performance.now();
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - began) / 1000) {
    while (asked.length < elapsed * rate) asked.push(one());
    await pause(5);
  }
  await Promise.all(asked);
}

test('reads, registrations and requests for help at once: no error, and it knows what it was told', async () => {
  const oracle = new Oracle(stand);
  await load(() => oracle.one());

  const { reads, registrations, help } = oracle.waits;
  say('load, from sending to the answer', `${reads.length} reads, ${inWords(reads)}`);
  say(
    'load, from sending to the answer',
    `${registrations.length} registrations, ${inWords(registrations)}`,
  );
  say('load, from sending to the answer', `${help.length} requests for help, ${inWords(help)}`);
  const { unasked, differences } = oracle;
  say(
    'load',
    `${rate} a second for ${seconds} s, ${unasked} not asked as everybody was busy, ${differences.length} differences`,
  );
  expect(differences.slice(0, 20)).toEqual([]);

  await stand.withDatabase(async (dataSource) => {
    const { manager } = dataSource;
    const rows = await manager.find(RegistrationRow);
    const live = rows.filter(({ liveKey }) => liveKey !== null).map(({ id }) => id);
    const told = oracle.women.flatMap(({ live: hers }) => [...hers.values()]);
    expect(live.sort()).toEqual(told.sort());

    const kept = await manager.find(CaseTicket);
    expect(kept.map(({ id }) => id).sort()).toEqual([...oracle.tickets].sort());

    for (const { id } of stand.activities)
      expect(await brokenSeats({ dataSource }, id)).toEqual([]);
    expect(await brokenInvariants(dataSource)).toEqual([]);
  });
});
