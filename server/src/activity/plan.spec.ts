import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { analyse, fill, manyRows, plansOf, sortsOrScans, twoPages } from '../../test/plans';
import { aTree, type Tree } from '../../test/trees';
import type { FederationRow } from '../federation';
import { cellOf } from '../platform/geo/cells';
import { liveKeyOf } from './registration.entity';

jest.setTimeout(300_000);

const hourMs = 3_600_000;
const idOf = (n: number): string => String(n).padStart(26, '0');

let t: TestApp;
let tree: Tree;
let she: GivenPerson;
let [countyStaff, townStaff]: GivenPerson[] = [];

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  she = await aPerson(t);
  countyStaff = await aPerson(t, [{ in: tree.county, kind: 'staff' }]);
  townStaff = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
  await fillAll();
});
afterAll(() => t.close());

/** Every hour one, half of them over; one in a thousand is in the other town. */
const startOf = (n: number): number => t.clock.now() + (n - manyRows / 2) * hourMs + 1;
const placeOf = (n: number): FederationRow => (n % 1000 === 0 ? tree.otherTown : tree.village);
const middle = manyRows / 2 - ((manyRows / 2) % 1000);
/** She registered for it two thousand times. */
const busy = middle + 1;

async function fillAll(): Promise<void> {
  const told = `id, federation_id, federation_path, title, text, place, lng, lat, cell, starts_at, ends_at,
    registration_closes_at, cancellable_until, seats, taken, waiting, queued, state, version, updated_at`;
  await fill(t, `activity (${told})`, (n) => {
    const [at, { id, path }] = [startOf(n), placeOf(n)];
    const [lng, lat] = [117 + (n % 300) / 100, 24 + (n % 277) / 100];
    const where = `'${id}','${path}','某','某','某',${lng},${lat},${cellOf(lng, lat)}`;
    const when = `${at},${at + hourMs},${at},${at}`;
    const state = n % 9 === 0 ? 'draft' : 'published';
    return `'${idOf(n)}',${where},${when},9,0,0,0,'${state}',1,0`;
  });
  const scope = 'activity_scope (activity_id, ancestor_id, starts_at)';
  for (const above of [() => tree.county, placeOf])
    await fill(t, scope, (n) => `'${idOf(n)}','${above(n).id}',${startOf(n)}`);
  const facts = 'id, activity_id, account_id, seats, state, queue_number, live_key, registered_at';
  await fill(t, `registration (${facts})`, (n) => {
    const activityId = idOf(middle + (n % 50));
    const accountId = n % 50 === 1 ? she.accountId : idOf(n);
    const state = n % 3 ? `'registered',NULL` : `'waiting',${n}`;
    // As many different keys as rows: hers for one activity would else be the same.
    const liveKey = liveKeyOf(activityId, idOf(n));
    return `'${idOf(n)}','${activityId}','${accountId}',1,${state},'${liveKey}',${n}`;
  });
  await analyse(t, ...tables);
}

const tables = ['activity', 'activity_scope', 'registration'];

describe('among a hundred thousand activities and registrations', () => {
  it.each([
    ['the soonest', '/activities', 'activity_day'],
    ['a day', '/activities?day=2026-11-30', 'activity_day'],
    ['the nearest', '/activities?lng=118.4&lat=24.9', 'activity_near'],
    ['the nearest of a day', '/activities?lng=118.4&lat=24.9&day=2026-11-30', 'activity_'],
  ])(
    '%s come by an index, without a sort, on the first page and the next',
    async (_, path, index) => {
      const small = `${path}${path.includes('?') ? '&' : '?'}limit=3`;
      for (const asking of [path, ...(await twoPages(t, small, she))]) {
        const plans = await plansOf(t, asking, she, tables);
        expect(plans.join()).toContain(index);
        for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
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
    for (const asking of isList ? await twoPages(t, path, who()) : [path]) {
      const plans = await plansOf(t, asking, who(), tables);
      expect(plans.join()).toContain(index);
      for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
    }
  });
});
