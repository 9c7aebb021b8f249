import type { Job, Page } from '@niangjia/shared';
import type { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import type { FederationRow } from '../federation';
import { cellOf } from '../platform/geo/cells';
import { liveKeyOf } from './booking.entity';

jest.setTimeout(300_000);

const onMariaDb = process.env.TEST_DB === 'mariadb';
const rows = 100_000;
const batchRows = 2500;
const dayMs = 86_400_000;
const idOf = (n: number): string => String(n).padStart(26, '0');
/** A post with very many shifts and bookings; every other has one of each. */
const busy = idOf(50_008);
const busyShifts = 400;

let t: TestApp;
let tree: Tree;
let unit: FederationRow;
const people: Record<string, GivenPerson> = {};
const asked: { sql: string; values: unknown[] }[] = [];

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  unit = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: tree.otherTown });
  people.she = await aPerson(t);
  people.county = await aPerson(t, [{ in: tree.county, kind: 'staff' }]);
  people.town = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
  people.contact = await aPerson(t, [{ in: unit, kind: 'employer_contact' }]);
  await fill();
  listen(t.dataSource);
});
afterAll(() => t.close());

async function insert(into: string, valuesOf: (n: number) => string[]): Promise<void> {
  for (let from = 0; from < rows; from += batchRows) {
    const values = Array.from({ length: batchRows }, (_, n) => valuesOf(from + n)).flat();
    await t.dataSource.query(`INSERT INTO ${into} VALUES ${values.join()}`);
  }
  await t.dataSource.query(onMariaDb ? `ANALYZE TABLE ${into.split(' ')[0]}` : 'ANALYZE');
}

/** To whatever is asked of the database from now on. */
function listen({ driver }: DataSource): void {
  const make = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = make(mode);
    const query = runner.query.bind(runner) as (...all: unknown[]) => Promise<unknown>;
    runner.query = ((sql: string, values: unknown[] = [], ...rest: unknown[]) => {
      asked.push({ sql, values });
      return query(sql, values, ...rest);
    }) as typeof runner.query;
    return runner;
  };
}

/** One in a thousand is the unit's in the other town. */
const placeOf = (n: number): FederationRow => (n % 1000 === 0 ? unit : tree.village);
const branchesOf = (n: number): string[] =>
  n % 1000 === 0 ? [tree.county.id, tree.otherTown.id, unit.id] : [tree.county.id, tree.village.id];

async function fill(): Promise<void> {
  const facts = `id, federation_id, federation_path, title, text, employer_name, place, lng, lat, cell,
    contract_kind, pay_per_hour_fen, flexibility, state, version, updated_at`;
  await insert(`job (${facts})`, (n) => {
    const { id, path } = placeOf(n);
    const [lng, lat] = [117 + (n % 300) / 100, 24 + (n % 277) / 100];
    const where = `'${id}','${path}','某','某','某','某',${lng},${lat},${cellOf(lng, lat)}`;
    const state = n % 9 === 3 ? 'draft' : 'published';
    return [`('${idOf(n)}',${where},'part_time',2000,'某','${state}',1,0)`];
  });
  await insert('job_scope (job_id, ancestor_id)', (n) =>
    branchesOf(n).map((id) => `('${idOf(n)}','${id}')`),
  );
  const shift = 'id, job_id, starts_at, ends_at, ends_minute, places, taken, cancelled';
  await insert(`shift (${shift})`, (n) => {
    const startsAt = t.clock.now() + ((n % busyShifts) + 1) * dayMs;
    const when = `${startsAt},${startsAt + dayMs / 4},${n % 2 ? 960 : 1080}`;
    return [`('${idOf(n)}','${n < busyShifts ? busy : idOf(n)}',${when},9,1,0)`];
  });
  await insert('booking (id, shift_id, account_id, state, live_key, booked_at)', (n) => {
    const isHers = n % 50 === 1;
    const accountId = isHers ? people.she!.accountId : idOf(n);
    const shiftId = idOf(n < 10 * busyShifts ? n % busyShifts : n);
    // Of hers for one shift the first is live, the later ones were cancelled.
    const isLive = !isHers || n < busyShifts || n >= 10 * busyShifts;
    const state = isLive ? `'booked','${liveKeyOf(shiftId, accountId)}'` : `'cancelled',NULL`;
    return [`('${idOf(n)}','${shiftId}','${accountId}',${state},${n})`];
  });
}

/** How the database means to find what was asked of these tables, in its own words. */
async function plansOf(path: string, who: GivenPerson): Promise<string[]> {
  asked.length = 0;
  const { status } = await t.http.get(path, who);
  expect(status).toBe(200);
  const reads = asked.filter(({ sql }) => /^SELECT.* FROM .(job|shift|booking)/s.test(sql));
  const plans: string[] = [];
  for (const { sql, values } of reads) {
    const explain = onMariaDb ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    plans.push(JSON.stringify(await t.dataSource.query(`${explain} ${sql}`, values)));
  }
  return plans;
}

async function withNext(path: string, who: GivenPerson): Promise<string[]> {
  const { next } = (await t.http.get<Page<Job>>(path, who)).body;
  expect(next).not.toBeNull();
  return [path, `${path}&after=${next}`];
}

const sorts = /filesort|temporary|TEMP B-TREE/i;
const scans = onMariaDb ? /"type":"(ALL|index)"/ : /SCAN/;

describe('among a hundred thousand posts, shifts and bookings', () => {
  it.each([
    ['she', '/jobs?limit=3', 'job_newest'],
    ['she', '/jobs?limit=3&endsBy=17:00', 'job_newest'],
    ['she', '/jobs?limit=3&lng=118.4&lat=24.9', 'job_near'],
    ['she', '/jobs?limit=3&lng=118.4&lat=24.9&endsBy=17:00', 'job_near'],
    ['she', '/me/bookings?limit=3', 'booking_account'],
    ['county', '/desk/jobs?limit=3', 'job_scope_branch'],
    ['town', '/desk/jobs?limit=3', 'job_scope_branch'],
    ['contact', '/desk/jobs?limit=3', 'job_unit'],
  ])(
    'a page for %s of %s and the next come by an index, without a sort',
    async (who, path, index) => {
      for (const asking of await withNext(path, people[who]!)) {
        const plans = await plansOf(asking, people[who]!);
        expect(plans.join()).toContain(index);
        for (const plan of plans) {
          expect(plan).not.toMatch(scans);
          expect(plan).not.toMatch(sorts);
        }
      }
    },
  );

  it('one post comes with its shifts by an index', async () => {
    const plans = await plansOf(`/jobs/${busy}`, people.she!);
    expect(plans.join()).toContain('shift_job');
    for (const plan of plans) expect(plan).not.toMatch(scans);
    for (const plan of plans) expect(plan).not.toMatch(sorts);
  });

  it('who comes to a post is read of that post alone', async () => {
    for (const asking of await withNext(`/desk/jobs/${busy}/bookings?limit=3`, people.county!)) {
      const plans = await plansOf(asking, people.county!);
      expect(plans.join()).toMatch(/shift_job.*booking_shift/s);
      for (const plan of plans) expect(plan).not.toMatch(scans);
    }
  });
});
