import type { FederationLevel, PostKind } from '@niangjia/shared';
import fc from 'fast-check';
import { anActivity } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aTicket } from '../../test/case-tickets';
import { aFederation, aPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { aJob } from '../../test/jobs';
import { brokenTree, placedTables } from '../../test/tree';
import { aTree } from '../../test/trees';
import { aCommitteeMember, aLink, phoneOf } from '../../test/visits';
import { Accounts } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { type FederationRow, FederationCountRow, FederationCounts, FederationMoves } from '.';
import { Federations } from './federation.service';

jest.setTimeout(600_000);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const histories = 25;
const today = '2026-11-26';

type Command =
  | { kind: 'establish'; below: number; level: FederationLevel; as: FederationRow['kind'] }
  | { kind: 'move'; which: number; to: number }
  | { kind: 'convert'; which: number }
  | { kind: 'appoint'; where: number; as: PostKind; from: string; to: string | undefined }
  | { kind: 'end'; which: number }
  | { kind: 'home'; where: number; confidential: boolean }
  | { kind: 'activity' | 'job' | 'ticket' | 'link'; where: number };

/** Which of those there are by then. */
const nth = fc.nat(1000);
const kindOf = <K extends string>(kind: K) => fc.constant(kind);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kindOf('establish'),
      below: nth,
      level: fc.constantFrom<FederationLevel>('town', 'village', 'unit', 'unit'),
      as: fc.constantFrom<FederationRow['kind']>('federation', 'committee', 'micro_home'),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: kindOf('move'), which: nth, to: nth }) },
  { weight: 2, arbitrary: fc.record({ kind: kindOf('convert'), which: nth }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kindOf('appoint'),
      where: nth,
      as: fc.constantFrom<PostKind>('chair', 'staff', 'committee_member'),
      from: fc.constantFrom('2026-01-01', today, '2026-12-24'),
      to: fc.constantFrom(undefined, '2026-11-01', today, '2027-01-01'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kindOf('end'), which: nth }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kindOf('home'), where: nth, confidential: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'activity' as const,
        'job' as const,
        'ticket' as const,
        'link' as const,
      ),
      where: nth,
    }),
  },
);

let t: TestApp;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());

const run = <T>(work: Parameters<UnitOfWork['run']>[0]) =>
  t.app.get(UnitOfWork).run(work) as Promise<T>;

/** A county of its own in the one database, and everything that is done in it. */
class County {
  private readonly ids: string[];
  private readonly postIds: string[] = [];
  private homes = 0;

  private constructor(
    first: FederationRow[],
    private readonly code: string,
    private readonly staff: { token: string },
  ) {
    this.ids = first.map(({ id }) => id);
  }

  static async make(): Promise<County> {
    const { county, town, village, otherTown, codes } = await aTree(t);
    const staff = await aPerson(t, [{ in: county, kind: 'staff' }]);
    return new County([county, town, village, otherTown], codes.village, staff);
  }

  /** Nothing but what is promised may be refused. */
  async do(given: Command): Promise<void> {
    const act = await this.ready(given);
    await act();
  }

  /** With what the test itself must write first: the grid of whoever links. */
  async ready(given: Command): Promise<() => Promise<void>> {
    const member =
      given.kind === 'link' ? await aCommitteeMember(t, await this.at(given.where)) : undefined;
    const act = async () =>
      member ? phoneOf(t, member).sync(aLink(member.gridId)) : this.act(given);
    return () =>
      act().then(
        () => undefined,
        (fault: unknown) => {
          if (!(fault instanceof Refusal)) throw fault;
        },
      );
  }

  private at(n: number): Promise<FederationRow> {
    const id = this.ids[n % this.ids.length]!;
    return t.app.get(Federations).rowOf(t.dataSource.manager, id);
  }

  private async act(given: Command): Promise<unknown> {
    if (given.kind === 'establish') return this.establish(given);
    if (given.kind === 'move') return this.move(given.which, given.to);
    if (given.kind === 'convert') {
      const { id } = await this.at(given.which);
      return run((tx) => t.app.get(Federations).convert(tx, id, today));
    }
    if (given.kind === 'appoint') return this.appoint(given);
    if (given.kind === 'end') return this.end(given.which);
    const place = await this.at(given.where);
    if (given.kind === 'home') return this.home(place, given.confidential);
    if (given.kind === 'activity') return anActivity(t, place);
    if (given.kind === 'job') return aJob(t, this.staff.token, { federationId: place.id });
    return aTicket(t, { divisionCode: this.code });
  }

  private async establish({ below, level, as: kind }: Command & { kind: 'establish' }) {
    const parent = await this.at(below);
    const { id } = await aFederation(t, { parent, level, kind, sector: 'enterprise' });
    this.ids.push(id);
  }

  private async move(which: number, to: number): Promise<void> {
    const [row, parent] = [await this.at(which), await this.at(to)];
    const how = { toParentId: parent.id, movedOn: today, reason: '区划调整' };
    await run((tx) => t.app.get(FederationMoves).move(tx, row, how));
  }

  private async appoint({ where, as: kind, from, to }: Command & { kind: 'appoint' }) {
    const post = { in: await this.at(where), kind, fromDay: from, ...(to && { toDay: to }) };
    const { postIds } = await aPerson(t, [post]);
    this.postIds.push(...postIds);
  }

  private async end(which: number): Promise<void> {
    const id = this.postIds[which % this.postIds.length];
    if (id) await run((tx) => t.app.get(Accounts).endPost(tx, id));
  }

  private home(place: FederationRow, confidential: boolean): Promise<unknown> {
    this.homes += 1;
    const code = `${this.code.slice(0, 6)}H${this.homes}`;
    return aHome(t, { ...place, divisionCode: this.code }, code, { confidential });
  }
}

/** Written by the test itself, with a path that it read before; everything else is an act of the product. */
const isPlanted = ({ kind }: Command): boolean => kind === 'home' || kind === 'activity';

const history = fc.array(command, { minLength: 5, maxLength: 25 });

describe('whatever is done in the tree', () => {
  it('every table that says where something lies goes along when a branch moves', () => {
    const carried = new Set(t.app.get(FederationMoves).tables);
    expect(placedTables(t.dataSource).filter((table) => !carried.has(table))).toEqual([]);
  });

  it('every path, scope and count is what a fresh reckoning gives', async () => {
    process.stdout.write(`  ${histories} histories, seed ${seed}\n`);
    await fc.assert(
      fc.asyncProperty(history, async (commands) => {
        const county = await County.make();
        for (const given of commands) await county.do(given);
        expect(await brokenTree(t.dataSource, today)).toEqual([]);
      }),
      { seed, numRuns: histories },
    );
    expect(await t.app.get(FederationCounts).recount()).toEqual([]);
    expect(await brokenTree(t.dataSource, '2026-12-31')).toEqual([]);
  });

  it('and when it is done at once', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (commands) => {
        const county = await County.make();
        for (let from = 0; from < commands.length; from += 5) {
          const some = commands.slice(from, from + 5);
          for (const given of some.filter(isPlanted)) await county.do(given);
          const others: (() => Promise<void>)[] = [];
          for (const given of some) if (!isPlanted(given)) others.push(await county.ready(given));
          await Promise.all(others.map((act) => act()));
        }
        expect(await brokenTree(t.dataSource, today)).toEqual([]);
      }),
      { seed, numRuns: 10 },
    );
  });

  it('a number that was spoilt is found, put right and answered', async () => {
    const { county } = await aTree(t);
    await t.dataSource.manager.update(FederationCountRow, { federationId: county.id }, { n: 7 });

    const differences = await t.app.get(FederationCounts).recount();

    expect(differences.map(({ federationId, n, kept }) => ({ federationId, n, kept }))).toEqual([
      { federationId: county.id, n: 4, kept: 7 },
    ]);
    expect(await brokenTree(t.dataSource, today)).toEqual([]);
  });
});
