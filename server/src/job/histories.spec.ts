import { addDays, dayOf, momentAt, type RefusalCode } from '@niangjia/shared';
import fc from 'fast-check';
import { startApp, type TestApp } from '../../test/app';
import { aDraft, aPattern, brokenShifts } from '../../test/jobs';
import { aTree, type Tree } from '../../test/trees';
import { AccountRow, Accounts, type Person } from '../account';
import { Leaving } from '../account';
import { NotificationRow } from '../notification';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { BookingRow, JobRow, ShiftRow } from '.';
import { Bookings } from './booking.service';
import { DeskJobs } from './desk.service';

interface Plan {
  from: number;
  to: number;
  places: number;
}

type Command =
  | { kind: 'book' | 'cancel'; who: number; day: number }
  | { kind: 'leave'; who: number }
  | ({ kind: 'arrange' } & Plan)
  | { kind: 'close' | 'publish' | 'pass' };

/** `none`: there is no such shift or booking to ask for. */
type Outcome = RefusalCode | 'none' | undefined;

const women = 5;
const days = 4;
const first = '2026-11-27';
const dawn = momentAt(first, 0);

const who = fc.nat(women - 1);
const day = fc.nat(days - 1);
const plan = fc.record({ from: day, to: day, places: fc.integer({ min: 1, max: 3 }) });
const of = <K extends Command['kind']>(kind: K) => fc.record({ kind: fc.constant(kind) });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('book' as const), who, day }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who, day }) },
  {
    weight: 3,
    arbitrary: plan.map((asked) => ({ kind: 'arrange' as const, ...asked })),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
  { weight: 1, arbitrary: of('close') },
  { weight: 1, arbitrary: of('publish') },
  { weight: 1, arbitrary: of('pass') },
);
const history = fc.record({
  plan,
  commands: fc.array(command, { minLength: 4, maxLength: 20 }),
});

const daysOf = ({ from, to }: Plan): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);

/** The promise in plain words: a list of names for each day. */
class Promised {
  closed = false;
  begun = 0;
  shifts = new Map<number, { places: number; names: Set<number> }>();
  told: number[] = Array<number>(women).fill(0);
  gone = new Set<number>();

  constructor(private plan: Plan) {
    this.arrange(plan);
  }

  do(given: Command): Outcome {
    if (given.kind === 'book') return this.book(given.who, given.day);
    if (given.kind === 'cancel') return this.cancel(given.who, given.day);
    if (given.kind === 'leave') return this.leave(given.who);
    if (given.kind === 'arrange') return this.arrange(given);
    if (given.kind === 'pass') {
      this.begun += 1;
      return undefined;
    }
    if (this.closed !== (given.kind === 'publish')) return 'job_wrong_state';
    this.closed = given.kind === 'close';
    return this.closed ? this.close() : this.arrange(this.plan);
  }

  private book(who: number, on: number): Outcome {
    const shift = this.shifts.get(on);
    if (!shift) return 'none';
    if (this.gone.has(who)) return 'session_ended';
    if (shift.names.has(who)) return 'already_booked';
    if (this.closed) return 'job_closed';
    if (on < this.begun) return 'shift_started';
    if (shift.names.size === shift.places) return 'shift_full';
    shift.names.add(who);
    return undefined;
  }

  private cancel(who: number, on: number): Outcome {
    const names = this.shifts.get(on)?.names;
    if (!names?.has(who)) return 'none';
    if (on < this.begun) return 'shift_started';
    names.delete(who);
    return undefined;
  }

  /** Nothing of her is left, not even what she was told. */
  private leave(who: number): Outcome {
    if (this.gone.has(who)) return 'session_ended';
    this.gone.add(who);
    this.told[who] = 0;
    for (const { names } of this.shifts.values()) names.delete(who);
    return undefined;
  }

  private arrange(asked: Plan): Outcome {
    const wanted = daysOf(asked).filter((on) => on >= this.begun);
    const coming = [...this.shifts].filter(([on]) => on >= this.begun);
    const kept = coming.filter(([on]) => wanted.includes(on));
    if (!this.closed && kept.some(([, { names }]) => names.size > asked.places))
      return 'shift_places_taken';
    this.plan = asked;
    if (this.closed) return undefined;

    for (const [on, { names }] of coming) {
      if (wanted.includes(on)) continue;
      for (const who of names) this.told[who]! += 1;
      this.shifts.delete(on);
    }
    for (const on of wanted) {
      const names = this.shifts.get(on)?.names ?? new Set<number>();
      this.shifts.set(on, { places: asked.places, names });
    }
    return undefined;
  }

  private close(): Outcome {
    const coming = [...this.shifts].filter(([on]) => on >= this.begun);
    for (const who of new Set(coming.flatMap(([, { names }]) => [...names]))) this.told[who]! += 1;
    for (const [on] of coming) this.shifts.delete(on);
    return undefined;
  }

  view() {
    const sorted = [...this.shifts].sort(([a], [b]) => a - b);
    const shifts = sorted.map(([on, { places, names }]) => [on, places, [...names].sort()]);
    return { shifts, told: this.told };
  }
}

let t: TestApp;
let tree: Tree;
let staff: Person;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  const { id: federationId, path } = tree.town;
  const post = { id: newId(), federationId, path, kind: 'staff' as const };
  staff = { accountId: newId(), sessionId: newId(), posts: [post] };
});
afterAll(() => t.close());

/** A post and the women who come to it, asked through the services as the controllers do. */
class Held {
  private readonly desk = t.app.get(DeskJobs, { strict: false });
  private readonly bookings = t.app.get(Bookings, { strict: false });
  private readonly unitOfWork = t.app.get(UnitOfWork);

  private readonly leaving = t.app.get(Leaving, { strict: false });

  private constructor(
    readonly id: string,
    readonly accountIds: readonly string[],
  ) {}

  static async with(asked: Plan): Promise<Held> {
    t.clock.tell(dawn);
    const desk = t.app.get(DeskJobs, { strict: false });
    const people = Array.from({ length: women }, () => ({ name: '示例·某人', isInvented: true }));
    return t.app.get(UnitOfWork).run(async (tx) => {
      const { id } = await desk.create(tx, staff, draft(asked));
      await desk.move(tx, staff, id, { to: 'published' });
      return new Held(id, await t.app.get(Accounts).add(tx, people));
    });
  }

  async do(given: Command): Promise<Outcome> {
    try {
      return await this.asked(given);
    } catch (fault) {
      if (fault instanceof Refusal) return fault.code;
      throw fault;
    }
  }

  private async asked(given: Command): Promise<Outcome> {
    if (given.kind === 'pass') {
      t.clock.tell(t.clock.now() === dawn ? dawn + 12 * hour : t.clock.now() + 24 * hour);
      return undefined;
    }
    if (given.kind === 'book' || given.kind === 'cancel') return this.bookOrCancel(given);
    if (given.kind === 'leave') {
      await this.leaving.leave(this.accountIds[given.who]!);
      return undefined;
    }
    const reason = given.kind === 'close' ? '订单少了' : undefined;
    const to = given.kind === 'close' ? 'closed' : 'published';
    await this.unitOfWork.run(async (tx) => {
      if (given.kind !== 'arrange') return this.desk.move(tx, staff, this.id, { to, reason });
      const { version } = await tx.findOneByOrFail(JobRow, { id: this.id });
      return this.desk.change(tx, staff, this.id, { ...draft(given), version });
    });
    return undefined;
  }

  private async bookOrCancel({ kind, who, day: on }: Command & { who: number; day: number }) {
    const accountId = this.accountIds[who]!;
    const { manager } = t.dataSource;
    const startsAt = momentAt(addDays(first, on), 8 * 60 + 30);
    const shift = await manager.findOneBy(ShiftRow, { jobId: this.id, startsAt, cancelled: false });
    if (!shift) return 'none';
    if (kind === 'book') {
      await this.unitOfWork.run((tx) => this.bookings.book(tx, accountId, shift.id, {}));
      return undefined;
    }
    const live = { shiftId: shift.id, accountId, state: 'booked' } as const;
    const booking = await manager.findOneBy(BookingRow, live);
    if (!booking) return 'none';
    await this.unitOfWork.run((tx) => this.bookings.cancel(tx, accountId, booking.id));
    return undefined;
  }

  async nothingIsLeftOfThoseGone(): Promise<void> {
    const { manager } = t.dataSource;
    for (const accountId of this.accountIds) {
      if (await manager.existsBy(AccountRow, { id: accountId })) continue;
      expect(await manager.countBy(BookingRow, { accountId })).toBe(0);
      expect(await manager.countBy(NotificationRow, { accountId })).toBe(0);
    }
  }

  /** As `Promised` has it: who is booked for each day, and how often each was told. */
  async seen() {
    const { manager } = t.dataSource;
    const rows = await manager.find(ShiftRow, {
      where: { jobId: this.id, cancelled: false },
      order: { startsAt: 'ASC' },
    });
    const live = await manager.findBy(BookingRow, { state: 'booked' });
    const told = await manager.findBy(NotificationRow, { aboutId: this.id });
    const namesOf = (shiftId: string): number[] =>
      live
        .filter((row) => row.shiftId === shiftId)
        .map(({ accountId }) => this.accountIds.indexOf(accountId))
        .sort();
    const onDay = (at: number): number => Math.floor((at - dawn) / (24 * hour));
    return {
      shifts: rows.map(({ id, startsAt, places }) => [onDay(startsAt), places, namesOf(id)]),
      told: this.accountIds.map((id) => told.filter(({ accountId }) => accountId === id).length),
    };
  }
}

const hour = 3_600_000;

/** A plan that ends before it begins has no shift at all. */
const draft = (asked: Plan) =>
  aDraft({
    federationId: tree.town.id,
    shiftPatterns:
      asked.from > asked.to
        ? []
        : [
            aPattern({
              places: asked.places,
              from: addDays(first, asked.from),
              to: addDays(first, asked.to),
            }),
          ],
  });

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const histories = 200;
jest.setTimeout(10 * 60_000);

it('every history goes as a list of names for each day would', async () => {
  process.stdout.write(`  ${histories} histories of bookings, seed ${seed}\n`);
  expect(dayOf(dawn)).toBe(first);
  await fc.assert(
    fc.asyncProperty(history, async ({ plan: asked, commands }) => {
      const held = await Held.with(asked);
      const promised = new Promised(asked);
      for (const given of commands) {
        expect([given, await held.do(given)]).toEqual([given, promised.do(given)]);
        expect(await held.seen()).toEqual(promised.view());
      }
      expect(await brokenShifts(t, held.id, t.clock.now())).toEqual([]);
    }),
    { seed, numRuns: histories },
  );
});

it('whatever is done at once, every place is right and nobody is left untold', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ plan: asked, commands }) => {
      const held = await Held.with(asked);
      for (let from = 0; from < commands.length; from += 5) {
        await Promise.all(commands.slice(from, from + 5).map((given) => held.do(given)));
        expect(await brokenShifts(t, held.id, t.clock.now())).toEqual([]);
      }
      await held.nothingIsLeftOfThoseGone();
      const { told } = await held.seen();
      for (const [at, accountId] of held.accountIds.entries()) {
        const hers = await t.dataSource.manager.findBy(BookingRow, { accountId });
        const ended = hers.filter(({ cancelReason }) => cancelReason !== null).length;
        expect(told[at]).toBeLessThanOrEqual(ended);
        expect(told[at]! > 0).toBe(ended > 0);
      }
    }),
    { seed, numRuns: 100 },
  );
});
