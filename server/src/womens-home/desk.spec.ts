import type {
  DeskWomensHome,
  NearestHomes,
  Page,
  RefusalBody,
  WomensHomeChange,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { aTree, type Tree } from '../../test/trees';
import { AuditEntryRow } from '../audit';

const day = { opens: '08:30', closes: '17:30' };
const week = [[day], [day], [day], [day], [day], [], []];

describe('homes on the desk', () => {
  let t: TestApp;
  let tree: Tree;
  let villageHome: string;
  let shelter: string;
  let otherHome: string;
  let staff: { token: string };
  let neighbour: { token: string };

  const one = (id: string, asked = staff) =>
    t.http.get<DeskWomensHome>(`/desk/womens-homes/${id}`, asked);
  const change = (id: string, body: object, asked = staff) =>
    t.http.put<DeskWomensHome & RefusalBody>(`/desk/womens-homes/${id}`, body, asked);
  const list = async (asked: { token: string }, query = '') =>
    (await t.http.get<Page<DeskWomensHome>>(`/desk/womens-homes${query}`, asked)).body;
  const asRead = async (id: string): Promise<WomensHomeChange> => {
    const { name, address, phone, services, hours, point, version } = (await one(id)).body;
    return { name, address, phone, services, hours, point, version };
  };

  beforeAll(async () => {
    t = await startApp();
    tree = await aTree(t);
    villageHome = await aHome(t, tree.village, 'VILLAGE2');
    shelter = await aHome(t, tree.town, 'SHELTER2', { confidential: true });
    otherHome = await aHome(t, tree.otherTown, 'OTHER222');
    staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    neighbour = await aPerson(t, [{ in: tree.otherTown, kind: 'chair' }]);
  });
  afterAll(() => t.close());

  it('are those of her branch, its shelter among them', async () => {
    const { items } = await list(staff);
    expect(items.map(({ id }) => id).sort()).toEqual([villageHome, shelter].sort());
    expect((await list(neighbour)).items.map(({ id }) => id)).toEqual([otherHome]);
  });

  it('come page by page, and once to somebody with two posts in one branch', async () => {
    const both = await aPerson(t, [
      { in: tree.county, kind: 'chair' },
      { in: tree.town, kind: 'staff' },
    ]);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Page<DeskWomensHome> = await list(both, `?limit=1${next && `&after=${next}`}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen.sort()).toEqual([villageHome, shelter, otherHome].sort());
  });

  it('do not exist for others', async () => {
    const woman = await aPerson(t);
    const body = await asRead(villageHome);
    expect((await one(villageHome, neighbour)).body).toMatchObject({
      code: 'womens_home_not_found',
    });
    expect((await change(villageHome, body, neighbour)).status).toBe(404);
    expect((await one(villageHome, woman)).status).toBe(404);
    expect((await one(villageHome, { token: '' })).status).toBe(401);
    expect(
      (
        await list(
          neighbour,
          `?after=${Buffer.from(JSON.stringify([shelter])).toString('base64url')}`,
        )
      ).items,
    ).toBeUndefined();
  });

  it('are changed as a whole, and found at their new place', async () => {
    t.clock.tell('2026-11-26T09:10:00+08:00');
    const read = await asRead(villageHome);
    const changed = {
      ...read,
      name: '新名字的家',
      phone: '0595-00000001',
      services: ['mediation', 'reading'],
      hours: { weekly: week, onHolidays: 'closed', overrides: [] },
      point: { lng: 118.9, lat: 25.2 },
    };

    const { status, body } = await change(villageHome, changed);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...changed,
      version: read.version + 1,
      pointIsInvented: false,
      isOpen: true,
    });
    const near =
      '/womens-homes/nearest?lng=118.9&lat=25.2&radiusMetres=10&service=mediation&openNow=true';
    expect((await t.http.get<NearestHomes>(near)).body.items).toHaveLength(1);
    const audited = await t.dataSource.manager.findBy(AuditEntryRow, {
      subjectId: villageHome,
      result: 'done',
    });
    expect(audited.map(({ action }) => action)).toEqual(['womens_home.change']);
  });

  it('are not changed by one who read an older version', async () => {
    const read = await asRead(villageHome);
    expect((await change(villageHome, read)).status).toBe(200);
    expect((await change(villageHome, { ...read, name: '迟到的名字' })).body).toMatchObject({
      code: 'changed_meanwhile',
    });
    expect((await one(villageHome)).body.name).not.toBe('迟到的名字');
  });

  it('are changed by one of two who change at once', async () => {
    const read = await asRead(villageHome);
    const names = ['甲的名字', '乙的名字'];
    const replies = await Promise.all(names.map((name) => change(villageHome, { ...read, name })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('name every fault of a change', async () => {
    const read = await asRead(villageHome);
    const hours = {
      weekly: [
        [{ opens: '8:30', closes: '17:30' }],
        [],
        [{ opens: '18:00', closes: '08:00' }],
        [],
        [],
        [],
        [],
      ],
      onHolidays: 'maybe',
      overrides: [{ from: '2026-02-30', to: '2026-03-01', intervals: [day, day], reason: '' }],
    };
    const { body } = await change(villageHome, {
      ...read,
      name: '',
      phone: '<script>',
      hours,
      owner: 'me',
    });
    expect(Object.keys(body.fields ?? {}).sort()).toEqual([
      'hours.onHolidays',
      'hours.overrides.0.from',
      'hours.overrides.0.intervals',
      'hours.overrides.0.reason',
      'hours.weekly',
      'name',
      'owner',
      'phone',
    ]);
    expect(body.fields?.['hours.weekly']).toBe('周一：时间写成 08:30 这样。周三：关门要晚于开门。');

    const backwards = { from: '2026-03-02', to: '2026-03-01', intervals: [], reason: '春节' };
    const ends = await change(villageHome, {
      ...read,
      hours: { ...read.hours, overrides: [backwards] },
    });
    expect(ends.body.fields).toEqual({ 'hours.overrides.0.to': '结束那天不能早于开始那天。' });
  });
});
