import type { Activity, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import type { FederationRow } from '../federation';
import { cellOf } from '../platform/geo/cells';
import { liveKeyOf } from './registration.entity';

jest.setTimeout(300_000);

const onMariaDb = process.env.TEST_DB === 'mariadb';
const rows = 100_000;
const batchRows = 2500;
const hourMs = 3_600_000;
const idOf = (n: number): string => String(n).padStart(26, '0');

let t: TestApp;
let tree: Tree;
let she: GivenPerson;
let [countyStaff, townStaff]: GivenPerson[] = [];
const asked: { sql: string; values: unknown[] }[] = [];

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  she = await aPerson(t);
  countyStaff = await aPerson(t, [{ in: tree.county, kind: 'staff' }]);
  townStaff = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
  await fill();
  listen();
});
afterAll(() => t.close());

/** Notes each statement on its way to the database. */
function listen(): void {
  const { driver } = t.dataSource;
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<never>;
    runner.query = (sql: string, values: unknown[] = [], structured?: boolean) => {
      asked.push({ sql, values });
      return query(sql, values, structured);
    };
    return runner;
  };
}

/** Every hour one, half of them over; one in a thousand is in the other town. */
const startOf = (n: number): number => t.clock.now() + (n - rows / 2) * hourMs + 1;
const placeOf = (n: number): FederationRow => (n % 1000 === 0 ? tree.otherTown : tree.village);
const middle = rows / 2 - ((rows / 2) % 1000);
/** She registered for it two thousand times. */
const busy = middle + 1;

async function insert(into: string, valuesOf: (n: number) => string[]): Promise<void> {
  for (let from = 0; from < rows; from += batchRows) {
    const values = Array.from({ length: batchRows }, (_, n) => valuesOf(from + n)).flat();
    await t.dataSource.query(`INSERT INTO ${into} VALUES ${values.join()}`);
  }
  await t.dataSource.query(onMariaDb ? `ANALYZE TABLE ${into.split(' ')[0]}` : 'ANALYZE');
}

async function fill(): Promise<void> {
  const told = `id, federation_id, federation_path, title, text, place, lng, lat, cell, starts_at, ends_at,
    registration_closes_at, cancellable_until, seats, taken, waiting, queued, state, version, updated_at`;
  await insert(`activity (${told})`, (n) => {
    const [at, { id, path }] = [startOf(n), placeOf(n)];
    const [lng, lat] = [117 + (n % 300) / 100, 24 + (n % 277) / 100];
    const where = `'${id}','${path}','某','某','某',${lng},${lat},${cellOf(lng, lat)}`;
    const when = `${at},${at + hourMs},${at},${at}`;
    const state = n % 9 === 0 ? 'draft' : 'published';
    return [`('${idOf(n)}',${where},${when},9,0,0,0,'${state}',1,0)`];
  });
  await insert('activity_scope (activity_id, ancestor_id, starts_at)', (n) =>
    [tree.county.id, placeOf(n).id].map((id) => `('${idOf(n)}','${id}',${startOf(n)})`),
  );
  const facts = 'id, activity_id, account_id, seats, state, queue_number, live_key, registered_at';
  await insert(`registration (${facts})`, (n) => {
    const activityId = idOf(middle + (n % 50));
    const accountId = n % 50 === 1 ? she.accountId : idOf(n);
    const state = n % 3 ? `'registered',NULL` : `'waiting',${n}`;
    // As many different keys as rows: hers for one activity would else be the same.
    const liveKey = liveKeyOf(activityId, idOf(n));
    return [`('${idOf(n)}','${activityId}','${accountId}',1,${state},'${liveKey}',${n})`];
  });
}

/** How the database means to find what was asked of these tables, in its own words. */
async function plansOf(path: string, who?: GivenPerson): Promise<string[]> {
  asked.length = 0;
  const { status } = await t.http.get(path, who);
  expect(status).toBe(200);
  const reads = asked.filter(({ sql }) => /^SELECT.* FROM .(activity|registration)/s.test(sql));
  const plans: string[] = [];
  for (const { sql, values } of reads) {
    const explain = onMariaDb ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    plans.push(JSON.stringify(await t.dataSource.query(`${explain} ${sql}`, values)));
  }
  return plans;
}

const second = async (path: string, who?: GivenPerson) => {
  const { body } = await t.http.get<Page<Activity>>(path, who);
  return `${path}${path.includes('?') ? '&' : '?'}after=${body.next}`;
};
const sorts = /filesort|temporary|TEMP B-TREE/i;
const scans = onMariaDb ? /"type":"(ALL|index)"/ : /SCAN/;

describe('among a hundred thousand activities and registrations', () => {
  it.each([
    ['the soonest', '/activities', 'activity_day'],
    ['a day', '/activities?day=2026-11-30', 'activity_day'],
    ['the nearest', '/activities?lng=118.4&lat=24.9', 'activity_near'],
    ['the nearest of a day', '/activities?lng=118.4&lat=24.9&day=2026-11-30', 'activity_'],
  ])(
    '%s come by an index, without a sort, on the first page and the next',
    async (_, path, index) => {
      for (const asking of [
        path,
        await second(`${path}${path.includes('?') ? '&' : '?'}limit=3`),
      ]) {
        const plans = await plansOf(asking, she);
        expect(plans.join()).toContain(index);
        for (const plan of plans) {
          expect(plan).not.toMatch(scans);
          expect(plan).not.toMatch(sorts);
        }
      }
    },
  );

  it.each([
    ['a county', () => countyStaff!, '/desk/activities', 'activity_scope_branch'],
    ['a town', () => townStaff!, '/desk/activities', 'activity_scope_branch'],
    ['one of its activities', () => countyStaff!, `/desk/activities/${idOf(busy)}`, ''],
    [
      'who registered',
      () => countyStaff!,
      `/desk/activities/${idOf(busy)}/registrations`,
      'registration_activity',
    ],
    ['her own', () => she, '/me/registrations', 'registration_account'],
  ])('the list of %s too', async (_, who, path, index) => {
    const isList = !path.endsWith(idOf(busy));
    for (const asking of isList ? [path, await second(path, who())] : [path]) {
      const plans = await plansOf(asking, who());
      expect(plans.join()).toContain(index);
      for (const plan of plans) {
        expect(plan).not.toMatch(scans);
        expect(plan).not.toMatch(sorts);
      }
    }
  });
});
