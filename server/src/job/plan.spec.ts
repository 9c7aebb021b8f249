import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson, type GivenPerson } from '../../test/given';
import { analyse, fill, plansOf, scans, sortsOrScans, twoPages } from '../../test/plans';
import { aTree, type Tree } from '../../test/trees';
import type { FederationRow } from '../federation';
import { cellOf } from '../platform/geo/cells';
import { liveKeyOf } from './booking.entity';

jest.setTimeout(300_000);

const dayMs = 86_400_000;
const idOf = (n: number): string => String(n).padStart(26, '0');
/** A post with very many shifts and bookings; every other has one of each. */
const busy = idOf(50_008);
const busyShifts = 400;

let t: TestApp;
let tree: Tree;
let unit: FederationRow;
const people: Record<string, GivenPerson> = {};

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  unit = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: tree.otherTown });
  people.she = await aPerson(t);
  people.county = await aPerson(t, [{ in: tree.county, kind: 'staff' }]);
  people.town = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
  people.contact = await aPerson(t, [{ in: unit, kind: 'employer_contact' }]);
  await fillAll();
});
afterAll(() => t.close());

/** One in a thousand is the unit's in the other town. */
const placeOf = (n: number): FederationRow => (n % 1000 === 0 ? unit : tree.village);
const aboveOf = (n: number): FederationRow => (n % 1000 === 0 ? tree.otherTown : tree.town);

async function fillAll(): Promise<void> {
  const facts = `id, federation_id, federation_path, title, text, employer_name, place, lng, lat, cell,
    contract_kind, pay_per_hour_fen, flexibility, state, version, updated_at`;
  await fill(t, `job (${facts})`, (n) => {
    const { id, path } = placeOf(n);
    const [lng, lat] = [117 + (n % 300) / 100, 24 + (n % 277) / 100];
    const where = `'${id}','${path}','某','某','某','某',${lng},${lat},${cellOf(lng, lat)}`;
    const state = n % 9 === 3 ? 'draft' : 'published';
    return `'${idOf(n)}',${where},'part_time',2000,'某','${state}',1,0`;
  });
  for (const above of [() => tree.county, aboveOf, placeOf])
    await fill(t, 'job_scope (job_id, ancestor_id)', (n) => `'${idOf(n)}','${above(n).id}'`);
  const shift = 'id, job_id, starts_at, ends_at, ends_minute, places, taken, cancelled';
  await fill(t, `shift (${shift})`, (n) => {
    const startsAt = t.clock.now() + ((n % busyShifts) + 1) * dayMs;
    const when = `${startsAt},${startsAt + dayMs / 4},${n % 2 ? 960 : 1080}`;
    return `'${idOf(n)}','${n < busyShifts ? busy : idOf(n)}',${when},9,1,0`;
  });
  await fill(t, 'booking (id, shift_id, account_id, state, live_key, booked_at)', (n) => {
    const isHers = n % 50 === 1;
    const accountId = isHers ? people.she!.accountId : idOf(n);
    const shiftId = idOf(n < 10 * busyShifts ? n % busyShifts : n);
    // Of hers for one shift the first is live, the later ones were cancelled.
    const isLive = !isHers || n < busyShifts || n >= 10 * busyShifts;
    const state = isLive ? `'booked','${liveKeyOf(shiftId, accountId)}'` : `'cancelled',NULL`;
    return `'${idOf(n)}','${shiftId}','${accountId}',${state},${n}`;
  });
  await analyse(t, ...tables);
}

const tables = ['job', 'job_scope', 'shift', 'booking'];

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
      for (const asking of await twoPages(t, path, people[who]!)) {
        const plans = await plansOf(t, asking, people[who]!, tables);
        expect(plans.join()).toContain(index);
        for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
      }
    },
  );

  it('one post comes with its shifts by an index', async () => {
    const plans = await plansOf(t, `/jobs/${busy}`, people.she!, tables);
    expect(plans.join()).toContain('shift_job');
    for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
  });

  it('who comes to a post is read of that post alone', async () => {
    const path = `/desk/jobs/${busy}/bookings?limit=3`;
    for (const asking of await twoPages(t, path, people.county!)) {
      const plans = await plansOf(t, asking, people.county!, tables);
      expect(plans.join()).toMatch(/shift_job.*booking_shift/s);
      for (const plan of plans) expect(plan).not.toMatch(scans);
    }
  });
});
