import { randomBytes } from 'node:crypto';
import type { DeskJob, EmployersBooking, Page, RefusalBody } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson, type GivenPerson } from '../../test/given';
import { aDraft, aJob, aPattern, herJobs, jobDesk } from '../../test/jobs';
import { plantedValuesFound } from '../../test/planted-values';
import { aTree, type Tree } from '../../test/trees';
import { AuditEntryRow } from '../audit';
import type { FederationRow } from '../federation';
import { Routes } from '../platform/http/routes';
import { ShiftRow } from './shift.entity';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let unit: FederationRow;
let staff: GivenPerson;
let contact: GivenPerson;
let job: DeskJob;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  const enterprise = { sector: 'enterprise', level: 'unit', parent: tree.town } as const;
  unit = await aFederation(t, { ...enterprise, name: '某厂妇联' });
  staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  contact = await aPerson(t, [{ in: unit, kind: 'employer_contact' }]);
  const shiftPatterns = [aPattern({ places: 20 })];
  job = await aJob(t, staff.token, { federationId: unit.id, shiftPatterns });
});
afterAll(() => t.close());

const plant = (what: string): string => `${what}${randomBytes(6).toString('hex')}`;
const plantPhone = (): string => String(randomBytes(6).readUIntBE(0, 6)).padStart(15, '7');

const view = (token: string, id = job.id, query = '') =>
  t.http.get<Page<EmployersBooking> & RefusalBody>(`/desk/jobs/${id}/bookings${query}`, { token });

/** A woman who books and says everything that she can say. */
async function books(shares: boolean, declaresCare: boolean, shift = job.shifts[0]!) {
  const displayName = plant('张');
  const { accountId, token } = await aPerson(t, [], displayName);
  const shared = { name: plant('李'), phone: plantPhone() };
  const remark = plant('我带饭');
  const asked = { remark, declaresCare, ...(shares && { shareWithEmployer: shared }) };
  const { status, body } = await herJobs(t, token).book(shift.id, asked);
  expect(status).toBe(201);
  const { id } = body;
  return { id, accountId, displayName, remark, shared, cancel: () => herJobs(t, token).cancel(id) };
}

const rowOf = async (token: string, { id }: { id: string }): Promise<EmployersBooking> => {
  const rows = (await view(token, job.id, '?limit=100')).body.items;
  return rows.find((row) => row.id === id)!;
};

it('shows name, phone and remark of her who agreed, and of no other', async () => {
  const open = await books(true, true);
  const silent = await books(false, true);

  for (const { token } of [contact, staff]) {
    expect(await rowOf(token, open)).toEqual({
      id: open.id,
      shiftId: job.shifts[0]!.id,
      startsAt: job.shifts[0]!.startsAt,
      endsAt: job.shifts[0]!.endsAt,
      state: 'booked',
      ...open.shared,
      remark: open.remark,
    });
    expect(await rowOf(token, silent)).toMatchObject({ name: null, phone: null, remark: null });
  }
});

it('does not know who she was any more once she has cancelled', async () => {
  const her = await books(true, true);
  await her.cancel();
  expect(await rowOf(contact.token, her)).toMatchObject({
    state: 'cancelled',
    name: null,
    phone: null,
    remark: null,
  });
});

it('is the same whether or not she has the care of a child', async () => {
  const said = await Promise.all([true, false].map((cares) => books(false, cares)));
  const [one, other] = await Promise.all(said.map((her) => rowOf(contact.token, her)));
  expect({ ...one, id: '' }).toEqual({ ...other, id: '' });
});

/** Every page that the person can read, with every id that there is. */
async function readEverything(token: string, ids: string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const paths = t.app
    .get(Routes)
    .all()
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1'))
    .flatMap(({ path }) => ids.map((id) => path.replace(/:\w+/g, id)));
  for (const url of new Set(paths)) {
    const headers = { authorization: `Bearer ${token}` };
    const { statusCode, body } = await t.app.inject({ method: 'GET', url, headers });
    if (statusCode === 200) read.set(url, body);
  }
  return read;
}

it('leads from no page to what she did not share', async () => {
  const open = await books(true, true);
  const silent = await books(false, true);
  const gone = await books(true, false);
  await gone.cancel();
  const shifts = await t.dataSource.manager.find(ShiftRow);
  const women = [open, silent, gone];
  const ids = [job, unit, tree.town, ...shifts, ...women].map(({ id }) => id);
  ids.push(...women.map(({ accountId }) => accountId));
  const here = `/api/v1/desk/jobs/${job.id}/bookings`;

  for (const { token } of [contact, staff]) {
    const pages = await readEverything(token, ids);
    const foundIn = (value: string) =>
      [...pages].filter(([, body]) => body.includes(value)).map(([url]) => url);

    expect(pages.size).toBeGreaterThan(8);
    expect(pages.get('/api/v1/desk/jobs')).toContain(job.id);
    for (const value of [...Object.values(open.shared), open.remark])
      expect(foundIn(value)).toEqual([here]);
    const never = [silent, gone].flatMap((her) => [...Object.values(her.shared), her.remark]);
    never.push(...women.flatMap(({ accountId, displayName }) => [accountId, displayName]));
    for (const value of [...never, 'declaresCare', 'accountId']) expect(foundIn(value)).toEqual([]);
  }
});

it('is the contact’s of one unit, never of a place or of another unit', async () => {
  const other = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: unit });
  const towns = await aJob(t, staff.token, { federationId: tree.town.id });
  const below = await aJob(t, staff.token, { federationId: other.id });
  const ofTown = await aPerson(t, [{ in: tree.town, kind: 'employer_contact' }]);
  const ofOther = await aPerson(t, [{ in: other, kind: 'employer_contact' }]);
  const ofOtherTown = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);

  expect((await view(ofOther.token, below.id)).status).toBe(200);
  for (const [token, id] of [
    [contact.token, below.id],
    [contact.token, towns.id],
    [ofTown.token, towns.id],
    [ofTown.token, job.id],
    [ofOther.token, job.id],
    [ofOtherTown.token, job.id],
  ] as const)
    expect((await view(token, id)).body.code).toBe('job_not_found');
});

it('lists to the contact what her unit has out, and nothing of any other', async () => {
  const desk = jobDesk(t, staff.token);
  const own = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: tree.town });
  const below = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: own });
  const out = await aJob(t, staff.token, { federationId: own.id });
  const closed = await aJob(t, staff.token, { federationId: own.id });
  await desk.move(closed.id, 'closed', '做完了');
  await desk.create(aDraft({ federationId: own.id }));
  for (const { id } of [below, tree.town]) await aJob(t, staff.token, { federationId: id });
  const listed = async (...posts: Parameters<typeof aPerson>[1] & object) => {
    const { body } = await jobDesk(t, (await aPerson(t, posts)).token).list();
    return body.items.map(({ id }) => id);
  };

  const hers = { in: own, kind: 'employer_contact' } as const;
  expect(await listed(hers)).toEqual([closed.id, out.id]);
  expect(await listed({ in: tree.town, kind: 'employer_contact' })).toEqual([]);
});

it('lists to one who writes posts here and is the contact of a unit there both kinds', async () => {
  const own = await aFederation(t, { level: 'unit', sector: 'enterprise', parent: tree.town });
  const units = await aJob(t, staff.token, { federationId: own.id });
  const villages = await aJob(t, staff.token, { federationId: tree.village.id });
  const draft = (await jobDesk(t, staff.token).create(aDraft({ federationId: tree.village.id })))
    .body;
  const both = await aPerson(t, [
    { in: own, kind: 'employer_contact' },
    { in: tree.village, kind: 'staff' },
  ]);
  const desk = jobDesk(t, both.token);

  const pages = [(await desk.list('?limit=2')).body];
  pages.push((await desk.list(`?limit=2&after=${pages[0]!.next}`)).body);

  const seen = pages.flatMap(({ items }) => items).map(({ id, mayEdit }) => [id, mayEdit]);
  expect(seen).toEqual([
    [draft.id, true],
    [villages.id, true],
    [units.id, false],
  ]);
  expect((await desk.open(units.id)).body.code).toBe('job_not_found');
  for (const { id } of [units, villages]) expect((await view(both.token, id)).status).toBe(200);
});

it('has these keys and no other, whether she agreed or not', async () => {
  await books(true, true);
  await books(false, false);
  const keys = ['id', 'shiftId', 'startsAt', 'endsAt', 'state', 'name', 'phone', 'remark'].sort();
  for (const { token } of [contact, staff]) {
    const { items, ...rest } = (await view(token, job.id, '?limit=100')).body;
    expect(items.length).toBeGreaterThan(1);
    expect(Object.keys(rest)).toEqual(['next']);
    for (const row of items) expect(Object.keys(row).sort()).toEqual(keys);
  }
});

it('lists a post to the contact as the same, whoever has booked', async () => {
  const own = await aJob(t, staff.token, { federationId: unit.id });
  const desk = jobDesk(t, contact.token);
  const read = async () => (await desk.list()).body.items.find(({ id }) => id === own.id)!;
  const before = await read();
  await books(true, true, own.shifts[0]);

  const [first, ...others] = before.shifts;
  const shifts = [{ ...first!, placesLeft: first!.placesLeft - 1 }, ...others];
  expect(await read()).toEqual({ ...before, shifts });
});

it('gives the contact nothing else: no post to open or to move', async () => {
  const desk = jobDesk(t, contact.token);
  expect((await desk.open(job.id)).body.code).toBe('not_found');
  expect((await desk.move(job.id, 'closed', '不要了')).body.code).toBe('not_found');
});

it('goes by the shifts to come, page by page, and is in the audit', async () => {
  const own = await aJob(t, staff.token, { federationId: unit.id });
  const [first, second, third] = own.shifts;
  const ids: string[] = [];
  for (const shift of [third!, first!, second!, first!])
    ids.push((await books(false, true, shift)).id);
  const read = async (query: string) => (await view(contact.token, own.id, query)).body;

  const one = await read('?limit=3');
  const two = await read(`?limit=3&after=${one.next}`);

  const order = [ids[1], ids[3], ids[2], ids[0]];
  expect([...one.items, ...two.items].map(({ id }) => id)).toEqual(order);
  expect(two.next).toBeNull();
  const { manager } = t.dataSource;
  expect(
    await manager.countBy(AuditEntryRow, { subjectId: own.id, action: 'job.read_bookings' }),
  ).toBe(2);
});

it('is in no file, dump or log', async () => {
  const planted: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { shared, remark } = await books(true, n % 2 === 0, job.shifts[2]);
    planted.push(...Object.values(shared), remark);
  }
  await view(contact.token);
  expect(await plantedValuesFound(t, planted, job.employerName)).toEqual([]);
});

it('shows nothing of the days that are over', async () => {
  const her = await books(true, true);
  t.clock.tell('2026-11-27T23:59:00+08:00');
  const { token } = await aPerson(t, [{ in: unit, kind: 'employer_contact' }]);
  expect(await rowOf(token, her)).toBeDefined();

  t.clock.tell('2026-11-28T00:00:00+08:00');

  expect(await rowOf(token, her)).toBeUndefined();
});
