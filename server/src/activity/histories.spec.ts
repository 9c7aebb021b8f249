import type { ActivityState, RefusalBody, RefusalCode } from '@niangjia/shared';
import fc from 'fast-check';
import { In } from 'typeorm';
import { anActivity, brokenSeats } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { AccountRow, type Person } from '../account';
import { NotificationRow } from '../notification';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { ActivityRow, RegistrationRow } from '.';
import { DeskActivities } from './desk.service';
import { ActivityMoves } from './moves.service';
import { Registrations } from './registration.service';

type Command =
  | { kind: 'register'; who: number; seats: number }
  | { kind: 'cancel'; who: number }
  | { kind: 'leave'; who: number }
  | { kind: 'pass_cancellable' }
  | { kind: 'seats'; seats: number }
  | { kind: 'move'; to: ActivityState };

const women = 6;
const who = fc.nat(women - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      who,
      seats: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass_cancellable' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('seats' as const),
      seats: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      to: fc.constantFrom<ActivityState>('closed', 'published', 'published', 'cancelled'),
    }),
  },
);
const history = fc.record({
  seats: fc.integer({ min: 1, max: 4 }),
  commands: fc.array(command, { minLength: 4, maxLength: 20 }),
});

interface Party {
  who: number;
  seats: number;
  state: 'registered' | 'waiting';
}

/** The promise in plain words: one list in the order of asking. */
class Promised {
  state: ActivityState = 'published';
  parties: Party[] = [];
  gone = new Set<number>();
  isCancellable = true;
  told: number[] = Array<number>(women).fill(0);

  constructor(public seats: number) {}

  get free(): number {
    const held = this.parties.filter(({ state }) => state === 'registered');
    return this.seats - held.reduce((sum, { seats }) => sum + seats, 0);
  }

  do(given: Command): RefusalCode | undefined {
    if (given.kind === 'register') return this.register(given);
    if (given.kind === 'cancel') return this.cancel(given.who);
    if (given.kind === 'leave') return this.leave(given.who);
    if (given.kind === 'seats') return this.setSeats(given.seats);
    if (given.kind === 'move') return this.move(given.to);
    this.isCancellable = false;
    return undefined;
  }

  private register({ who, seats }: { who: number; seats: number }): RefusalCode | undefined {
    if (this.gone.has(who)) return 'session_ended';
    if (this.state === 'cancelled') return 'activity_cancelled';
    if (this.state === 'closed') return 'activity_closed';
    if (seats > this.seats) return 'bad_input';
    if (seats > this.free && !this.isCancellable) return 'waiting_list_closed';
    if (this.parties.some((party) => party.who === who)) return 'already_registered';
    this.parties.push({ who, seats, state: seats <= this.free ? 'registered' : 'waiting' });
    return undefined;
  }

  private leave(who: number): RefusalCode | undefined {
    if (this.gone.has(who)) return 'session_ended';
    this.gone.add(who);
    this.parties = this.parties.filter((party) => party.who !== who);
    this.told[who] = 0;
    this.promote();
    return undefined;
  }

  private cancel(who: number): RefusalCode | undefined {
    if (this.gone.has(who)) return 'session_ended';
    const hers = this.parties.find((party) => party.who === who);
    if (!hers) return 'registration_not_found';
    if (hers.state === 'registered' && !this.isCancellable) return 'too_late_to_cancel';
    this.parties = this.parties.filter((party) => party !== hers);
    this.promote();
    return undefined;
  }

  private setSeats(seats: number): RefusalCode | undefined {
    if (this.state === 'cancelled') return 'activity_wrong_state';
    if (seats < this.seats - this.free) return 'activity_seats_taken';
    if (this.parties.some((party) => party.state === 'waiting' && party.seats > seats))
      return 'activity_waiting_larger';
    this.seats = seats;
    this.promote();
    return undefined;
  }

  private move(to: ActivityState): RefusalCode | undefined {
    if (this.state === to || this.state === 'cancelled') return 'activity_wrong_state';
    this.state = to;
    if (to === 'cancelled') this.parties = [];
    return undefined;
  }

  private promote(): void {
    if (!this.isCancellable) return;
    for (const party of this.parties) {
      if (party.state === 'registered' || party.seats > this.free) continue;
      party.state = 'registered';
      this.told[party.who]! += 1;
    }
  }
}

let t: TestApp;
let tree: Tree;
let staff: Person;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  const { id: federationId, path } = tree.village;
  const post = { id: newId(), federationId, path, kind: 'chair' as const };
  staff = { accountId: newId(), sessionId: newId(), posts: [post] };
});
afterAll(() => t.close());

/** An activity and the women who come to it, asked through the services as the controllers do. */
class Held {
  readonly accountIds: string[];

  private constructor(
    private readonly activity: ActivityRow,
    private readonly women: readonly GivenPerson[],
  ) {
    this.accountIds = women.map(({ accountId }) => accountId);
  }

  static async with(seats: number): Promise<Held> {
    const cancellableUntil = t.clock.now() + 60_000;
    const come: GivenPerson[] = [];
    while (come.length < women) come.push(await aPerson(t));
    return new Held(await anActivity(t, tree.village, { seats, cancellableUntil }), come);
  }

  get id(): string {
    return this.activity.id;
  }

  async do(given: Command): Promise<RefusalCode | undefined> {
    if (given.kind === 'leave') return this.leave(this.women[given.who]!);
    if (given.kind === 'pass_cancellable') {
      t.clock.tell(Math.max(t.clock.now(), this.activity.cancellableUntil));
      return undefined;
    }
    try {
      await t.app.get(UnitOfWork).run(async (tx) => {
        if (given.kind === 'move') {
          const moves = t.app.get(ActivityMoves, { strict: false });
          return moves.move(tx, staff, this.id, { to: given.to, reason: '下雨' });
        }
        if (given.kind === 'seats') {
          const { version } = await tx.findOneByOrFail(ActivityRow, { id: this.id });
          const desk = t.app.get(DeskActivities, { strict: false });
          return desk.change(tx, staff, this.id, { ...this.written(given.seats), version });
        }
        const accountId = this.accountIds[given.who]!;
        const registrations = t.app.get(Registrations, { strict: false });
        if (given.kind === 'register')
          return registrations.register(tx, accountId, this.id, { seats: given.seats });
        const live = { activityId: this.id, accountId, state: In(['registered', 'waiting']) };
        const row = await tx.findOneBy(RegistrationRow, live);
        return registrations.cancel(tx, accountId, row?.id ?? newId());
      });
      return undefined;
    } catch (fault) {
      if (fault instanceof Refusal) return fault.code;
      throw fault;
    }
  }

  private async leave({ token }: GivenPerson): Promise<RefusalCode | undefined> {
    const { body } = await t.http.delete<RefusalBody>('/me', { token, body: { confirm: '删除' } });
    return body.code;
  }

  /** As `Promised` has it: who holds or waits, in order, and how often each was told. */
  async seen() {
    const { manager } = t.dataSource;
    const rows = await manager.findBy(RegistrationRow, { activityId: this.id });
    const told = await manager.findBy(NotificationRow, {
      aboutId: this.id,
      kind: 'registration_promoted',
    });
    const live = rows.filter(({ state }) => state !== 'cancelled');
    const numberOf = (accountId: string): number => this.accountIds.indexOf(accountId);
    const registered = live.filter(({ state }) => state === 'registered');
    const waiting = live
      .filter(({ state }) => state === 'waiting')
      .sort((a, b) => a.queueNumber! - b.queueNumber!);
    return {
      registered: registered.map(({ accountId, seats }) => [numberOf(accountId), seats]).sort(),
      waiting: waiting.map(({ accountId, seats }) => [numberOf(accountId), seats]),
      told: this.accountIds.map((id) => told.filter(({ accountId }) => accountId === id).length),
    };
  }

  private written(seats: number) {
    const { federationId, title, text, place, lng, lat, ...rest } = this.activity;
    const moment = (at: number): string => new Date(at).toISOString();
    return {
      ...{ federationId, title, text, place, seats, point: { lng, lat } },
      startsAt: moment(rest.startsAt),
      endsAt: moment(rest.endsAt),
      registrationClosesAt: moment(rest.registrationClosesAt),
      cancellableUntil: moment(rest.cancellableUntil),
    };
  }
}

const promisedView = ({ parties, told }: Promised) => {
  const of = (state: Party['state']) =>
    parties.filter((party) => party.state === state).map(({ who, seats }) => [who, seats]);
  return { registered: of('registered').sort(), waiting: of('waiting'), told };
};

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const histories = 300;
jest.setTimeout(10 * 60_000);

it('every history goes as one list in the order of asking would', async () => {
  process.stdout.write(`  ${histories} histories, seed ${seed}\n`);
  await fc.assert(
    fc.asyncProperty(history, async ({ seats, commands }) => {
      const held = await Held.with(seats);
      const promised = new Promised(seats);
      for (const given of commands) {
        expect([given, await held.do(given)]).toEqual([given, promised.do(given)]);
        expect(await held.seen()).toEqual(promisedView(promised));
      }
      expect(await brokenSeats(t, held.id)).toEqual([]);
    }),
    { seed, numRuns: histories },
  );
});

it('whatever is done at once, every seat is right and nobody is told without cause', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ seats, commands }) => {
      const held = await Held.with(seats);
      for (let from = 0; from < commands.length; from += 5) {
        await Promise.all(commands.slice(from, from + 5).map((given) => held.do(given)));
        expect(await brokenSeats(t, held.id)).toEqual([]);
      }
      const { told } = await held.seen();
      const { manager } = t.dataSource;
      const rows = await manager.findBy(RegistrationRow, { activityId: held.id });
      const here = await manager.findBy(AccountRow, { id: In(held.accountIds) });
      const gone = held.accountIds.filter((id) => here.every((account) => account.id !== id));
      expect(rows.filter(({ accountId }) => gone.includes(accountId))).toEqual([]);
      held.accountIds.forEach((id, at) => {
        const waited = rows.filter((row) => row.accountId === id && row.queueNumber !== null);
        const promoted = waited.filter(({ state }) => state === 'registered');
        expect(told[at]).toBeGreaterThanOrEqual(promoted.length);
        expect(told[at]).toBeLessThanOrEqual(waited.length);
      });
    }),
    { seed, numRuns: 100 },
  );
});
