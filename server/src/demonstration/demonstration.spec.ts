import {
  type Activity,
  type Federation,
  type Job,
  type Page,
  dayOf,
  type DemonstrationPerson,
  type LinkedWoman,
  type Session,
  taskKinds,
  tasksOf,
  womensHomeKinds,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { AccountRow } from '../account';
import { FederationRow } from '../federation';
import { BookingRow } from '../job';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { WomensHomeCode, WomensHomeRow } from '../womens-home';
import { prepareDemonstration } from '.';
import { knownLinkCode } from './invented-field';
import { readPlaces } from './places';

const metresBetween = (
  a: { lng: number; lat: number },
  b: { lng: number; lat: number },
): number => {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const across = Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lng - a.lng);
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half(b.lat - a.lat) + across));
};

describe('the demonstration of 南安', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp({ config: { mode: 'demonstration' } });
    await prepareDemonstration(t.app);
  });
  afterAll(() => t.close());

  const countBy = (where: object) => t.dataSource.manager.countBy(FederationRow, where);
  const homes = () => t.dataSource.manager.find(WomensHomeRow, { order: { id: 'ASC' } });

  it('has a federation for each place, with the places real', async () => {
    expect(await countBy({ sector: 'place', level: 'town', kind: 'federation' })).toBe(27);
    expect(await countBy({ sector: 'place', level: 'village' })).toBe(430);
    expect(await countBy({ name: '霞美村妇联' })).toBe(1);
    expect(await countBy({ name: '溪美社区妇联' })).toBe(1);
  });

  it('has 霞美片区 as one joint federation of two bases, with three federations and five 微家', async () => {
    const { id } = await t.dataSource.manager.findOneByOrFail(FederationRow, {
      name: '霞美片区产业基地妇联',
    });

    const { body: joint } = await t.http.get<Federation>(`/federations/${id}`);
    const { body: below } = await t.http.get<Page<Federation>>(`/federations/${id}/children`);

    expect(joint).toMatchObject({ establishmentMode: 'joint', partners: [{}, {}] });
    expect(below.items.filter(({ kind }) => kind === 'federation')).toHaveLength(3);
    expect(below.items.filter(({ kind }) => kind === 'micro_home')).toHaveLength(5);
  });

  it('has twelve stations of committee members in three levels', async () => {
    expect(await countBy({ kind: 'work_station' })).toBe(12);
    for (const level of ['county', 'town', 'unit'] as const)
      expect(await countBy({ kind: 'work_station', level })).toBeGreaterThan(0);
  });

  it('has a home in each village and every kind of home, all said to be invented', async () => {
    const rows = await homes();
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(womensHomeKinds));
    expect(rows.filter(({ kind }) => kind === 'womens_home')).toHaveLength(430);
    expect(rows.every((row) => row.pointIsInvented && /示例/.test(row.address))).toBe(true);
    expect(rows.every(({ phone }) => /^0595-0000\d{4}$/.test(phone ?? ''))).toBe(true);
  });

  it('has activities in the coming weeks, one of them full, one cancelled, a draft unseen', async () => {
    const { body } = await t.http.get<Page<Activity>>('/activities?limit=100');
    const of = (title: string) => body.items.filter((activity) => activity.title === title);

    expect(of('周末亲子阅读')).toHaveLength(8);
    expect(of('下班后的瑜伽')[0]).toMatchObject({ seatsLeft: 0, state: 'published' });
    expect(of('一起包粽子')).toMatchObject([{ state: 'cancelled' }]);
    expect(of('母婴护理公开课')).toEqual([]);
    expect(body.items.every(({ place }) => place.includes('示例'))).toBe(true);
  });

  it('puts each home within three kilometres of the centre of its town', async () => {
    const places = new Map(readPlaces().map((place) => [place.code, place]));
    for (const home of await homes()) {
      const place = places.get(home.divisionCode);
      const town = place?.level === 'village' ? places.get(place.parentCode ?? '') : place;
      expect(metresBetween(home, town as { lng: number; lat: number })).toBeLessThan(3000);
    }
  });

  it('has a code that is easy to copy on the wall of each home but the shelter', async () => {
    const codes = await t.dataSource.manager.find(WomensHomeCode);
    const shelters = (await homes()).filter(({ confidential }) => confidential);

    expect(shelters).toHaveLength(1);
    expect(codes).toHaveLength((await homes()).length - 1);
    expect(codes.every(({ code }) => /^[2-9A-HJKMNP-Z]{8}$/.test(code))).toBe(true);
    expect(codes.some(({ womensHomeId }) => womensHomeId === shelters[0]?.id)).toBe(false);
  });

  it('has two 执委 with women to visit, tasks of each kind, and a card that is known', async () => {
    const women = async (who: string) => {
      const { body } = await t.http.post<Session>('/sessions', { demonstration: who });
      const page = await t.http.get<Page<LinkedWoman>>('/me/linked-women?limit=100', body);
      return page.body.items;
    };
    const hers = await women('committee-member');
    const today = dayOf(t.clock.now());

    expect(hers).toHaveLength(24);
    expect(await women('other-committee-member')).toHaveLength(3);
    expect(new Set(tasksOf(hers, today).map(({ kind }) => kind))).toEqual(new Set(taskKinds));
    expect(hers.every(({ name, phone }) => /^示例·/.test(name) && /^0595-0000/.test(phone!))).toBe(
      true,
    );
    const card = await t.http.post('/links/claim', { linkCode: knownLinkCode });
    expect(card).toMatchObject({ status: 200, body: { committeeMemberName: '示例·郑春兰' } });
  });

  it('has people whose names say that they are invented, and lets one be each of them', async () => {
    const { body } = await t.http.get<Page<DemonstrationPerson>>('/demonstration/people');

    expect(body.items.every(({ name }) => name.startsWith('示例·'))).toBe(true);
    expect(body.items.map(({ role }) => role)).toContain('霞美镇妇联 工作人员');
    expect(body.items.slice(-3).map(({ role }) => role)).toEqual(Array(3).fill('群众，没有任职'));
    for (const { id } of body.items)
      expect((await t.http.post('/sessions', { demonstration: id })).status).toBe(201);
    expect(await t.http.post('/sessions', { demonstration: 'nobody' })).toMatchObject({
      status: 404,
      body: { code: 'no_such_demonstration_person' },
    });
  });

  it('has posts with shifts to book, all said to be invented, and one draft', async () => {
    const { body } = await t.http.get<Page<Job>>('/jobs');

    expect(body.items).toHaveLength(7);
    for (const { text, employerName, shifts } of body.items) {
      expect(text).toMatch(/^示例岗位，不是真的招工。/);
      expect(employerName).toMatch(/（示例）$/);
      expect(shifts).toHaveLength(3);
    }
    const inTime = await t.http.get<Page<Job>>('/jobs?endsBy=16:30&lng=118.4&lat=24.9');
    expect(inTime.body.items.length).toBeGreaterThan(2);
    expect(await t.dataSource.manager.countBy(BookingRow, { state: 'booked' })).toBe(3);
  });

  it('has a woman who goes to work and to an activity, one who waits and one who has just come', async () => {
    const hers = async (demonstration: string) => {
      const { body } = await t.http.post<Session>('/sessions', { demonstration });
      const paths = ['/me/registrations', '/me/bookings'];
      const pages = await Promise.all(
        paths.map((path) => t.http.get<Page<{ state: string }>>(path, { token: body.token })),
      );
      return pages.map((page) => page.body.items.map(({ state }) => state));
    };

    expect(await hers('woman-booked')).toEqual([['registered'], ['booked']]);
    expect(await hers('woman-waiting')).toEqual([['waiting'], []]);
    expect(await hers('woman')).toEqual([[], []]);
  });

  it('is prepared once', async () => {
    const before = await t.dataSource.manager.count(AccountRow);
    expect(await prepareDemonstration(t.app)).toBe(false);
    expect(await t.dataSource.manager.count(AccountRow)).toBe(before);
  });

  it('is the same at every start', async () => {
    const other = await startApp({ config: { mode: 'demonstration' } });
    const facts = async ({ dataSource }: TestApp) => {
      const rows = await dataSource.manager.find(WomensHomeRow);
      const told = rows.map(({ name, lng, lat, phone, hours, services, divisionCode }) =>
        JSON.stringify([divisionCode, name, lng, lat, phone, hours, services]),
      );
      const codes = await dataSource.manager.find(WomensHomeCode);
      return [...told, ...codes.map(({ code }) => code)].sort();
    };

    await prepareDemonstration(other.app);

    expect(await facts(other)).toEqual(await facts(t));
    await other.close();
  });

  it('is there whole or not at all when the start is killed', async () => {
    const other = await startApp({ config: { mode: 'demonstration' } });
    const unitOfWork = other.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    jest.spyOn(unitOfWork, 'run').mockImplementationOnce((work) =>
      run(async (tx) => {
        await work(tx);
        throw new Error('killed');
      }),
    );

    await expect(prepareDemonstration(other.app)).rejects.toThrow('killed');

    expect(await other.dataSource.manager.count(FederationRow)).toBe(0);
    expect(await prepareDemonstration(other.app)).toBe(true);
    await other.close();
  });
});
