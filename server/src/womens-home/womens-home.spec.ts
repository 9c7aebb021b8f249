import type {
  NearestHome,
  NearestHomes,
  Page,
  RefusalBody,
  ScannedCode,
  WomensHome,
  WomensHomeSummary,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { aTree, type Tree } from '../../test/trees';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { WomensHomes } from './womens-homes';

const day = { opens: '08:30', closes: '17:30' };
const evening = { opens: '18:30', closes: '20:30' };
const hours = (...intervals: (typeof day)[]) => ({
  weekly: [intervals, intervals, intervals, intervals, intervals, [], []],
  onHolidays: 'closed' as const,
  overrides: [],
});
const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
const secret = '静安居';

describe('homes for everybody', () => {
  let t: TestApp;
  let tree: Tree;
  let ids: Record<'daytime' | 'evening' | 'onDuty' | 'shelter', string>;

  const nearest = async (query: string): Promise<NearestHome[]> =>
    (await t.http.get<NearestHomes>(`/womens-homes/nearest?lng=118.4&lat=24.9${query}`)).body.items;
  const names = async (query: string) => (await nearest(query)).map(({ name }) => name);
  const openAt = (moment: string) => names(`&openAt=${encodeURIComponent(`${moment}:00+08:00`)}`);
  const faults = async (query: string) =>
    (await t.http.get<RefusalBody>(`/womens-homes/nearest?${query}`)).body.fields;

  beforeAll(async () => {
    t = await startApp();
    tree = await aTree(t);
    const at = (lng: number) => ({ point: { lng, lat: 24.9 } });
    const nationalDays = { from: '2026-10-01', to: '2026-10-03', intervals: [day], reason: '值班' };
    ids = {
      daytime: await aHome(t, tree.village, 'DAYTIME2', {
        name: '白天的家',
        hours: hours(day),
        ...at(118.401),
      }),
      evening: await aHome(t, tree.village, 'EVENING2', {
        name: '下班后的家',
        kind: 'micro_home',
        services: ['reading', 'rights_help'],
        hours: hours(evening),
        ...at(118.41),
      }),
      onDuty: await aHome(t, tree.otherTown, 'ONDUTY22', {
        name: '值班的家',
        hours: { ...hours(day), overrides: [nationalDays] },
        ...at(118.5),
      }),
      shelter: await aHome(t, tree.town, 'SHELTER2', {
        name: secret,
        confidential: true,
        services: ['reading'],
        hours: { ...hours(day, evening), onHolidays: 'as_usual' },
        ...at(118.4),
      }),
    };
  });
  afterAll(() => t.close());

  it('come nearest first, with the distance and the hours of today', async () => {
    const [first, second] = await nearest('');

    expect(first).toEqual({
      id: ids.daytime,
      name: '白天的家',
      kind: 'womens_home',
      address: '某村 1 号',
      point: { lng: 118.401, lat: 24.9 },
      pointIsInvented: true,
      distanceMetres: 101,
      isOpen: true,
      closesAt: '2026-11-26T17:30:00+08:00',
      opensAt: null,
      services: ['rights_help'],
      phone: null,
    });
    expect(second).toMatchObject({ isOpen: false, opensAt: '2026-11-26T18:30:00+08:00' });
  });

  it('come by kind, by service, within a radius, and so many as asked', async () => {
    expect(await names('&kind=micro_home')).toEqual(['下班后的家']);
    expect(await names('&service=reading')).toEqual(['下班后的家']);
    expect(await names('&kind=womens_home&service=reading')).toEqual([]);
    expect(await names('&radiusMetres=200')).toEqual(['白天的家']);
    expect(await names('&limit=2')).toEqual(['白天的家', '下班后的家']);
  });

  it('are open after work at seven, not at nine', async () => {
    expect(await openAt('2026-11-26T19:00')).toEqual(['下班后的家']);
    expect(await openAt('2026-11-26T21:00')).toEqual([]);
    expect(await openAt('1970-01-01T08:00')).toEqual([]);
    t.clock.tell('2026-11-26T19:00:00+08:00');
    expect(await names('&openNow=true')).toEqual(['下班后的家']);
    t.clock.tell('2026-11-26T09:00:00+08:00');
  });

  it('close on a holiday, but for the one that says it is on duty', async () => {
    expect(await openAt('2026-09-30T10:00')).toEqual(['白天的家', '值班的家']);
    expect(await openAt('2026-10-01T10:00')).toEqual(['值班的家']);
    expect(await openAt('2026-10-05T10:00')).toEqual([]);
  });

  it('name every fault of a question', async () => {
    expect(Object.keys((await faults('lat=91&kind=bar&limit=51&where=here')) ?? {}).sort()).toEqual(
      ['kind', 'lat', 'limit', 'lng', 'where'],
    );
    const point = 'lng=118&lat=24';
    expect(await faults(`${point}&openAt=2026-11-26T19:00`)).toHaveProperty('openAt');
    expect(await faults(`${point}&radiusMetres=50001`)).toHaveProperty('radiusMetres');
    const both = 'openNow=true&openAt=2026-11-26T19:00:00Z';
    expect(await faults(`${point}&${both}`)).toHaveProperty('openNow');
  });

  it('answer at the edges of the world', async () => {
    for (const [lng, lat] of [
      [180, 90],
      [-180, -90],
      [179.9999, 0],
    ]) {
      const { status, body } = await t.http.get<NearestHomes>(
        `/womens-homes/nearest?lng=${lng}&lat=${lat}&radiusMetres=50000`,
      );
      expect([status, body]).toEqual([200, { items: [] }]);
    }
  });

  it('are listed by place, in it and below, page by page without a repetition', async () => {
    const list = async (query: string) =>
      (await t.http.get<Page<WomensHomeSummary>>(`/womens-homes?divisionCode=${query}`)).body;

    expect((await list(tree.codes.village)).items).toHaveLength(2);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Page<WomensHomeSummary> = await list(
        `${tree.codes.county}&limit=1${next && `&after=${next}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen.sort()).toEqual([ids.daytime, ids.evening, ids.onDuty].sort());
    expect((await list(`${tree.codes.county}&kind=micro_home`)).items).toHaveLength(1);
  });

  it('open from the code on the wall: a page for a browser, JSON for the rest', async () => {
    const { headers, status } = await t.http.get('//q/DAYTIME2', browser);
    expect([status, headers.location]).toEqual([302, '/#/women/womens-home/index?code=DAYTIME2']);

    for (const path of ['//q/DAYTIME2', '/q/DAYTIME2', '/q/daytime2']) {
      const { body } = await t.http.get<ScannedCode>(path);
      expect(body.womensHome).toMatchObject({ id: ids.daytime, federationName: '某村妇联' });
    }
  });

  it('send an unknown code to the town picker', async () => {
    for (const code of ['NOBODY22', '%00', '😀', 'x'.repeat(60)]) {
      const { headers } = await t.http.get(`//q/${encodeURIComponent(code)}`, browser);
      expect(headers.location).toBe('/#/women/town/index?unknown=1');
    }
    expect((await t.http.get('/q/NOBODY22')).body).toMatchObject({ code: 'code_not_known' });
  });

  it('follow a poster that was pointed elsewhere, and one that has ended', async () => {
    const homes = t.app.get(WomensHomes);
    const work = t.app.get(UnitOfWork);
    const scanned = async () => (await t.http.get<ScannedCode>('/q/ONDUTY22')).body;

    await work.run((tx) => homes.pointCode(tx, 'ONDUTY22', { from: ids.onDuty, to: ids.evening }));
    expect((await scanned()).womensHome.id).toBe(ids.evening);

    await work.run((tx) => homes.endCode(tx, 'ONDUTY22', ids.evening));
    expect(await scanned()).toMatchObject({ code: 'code_not_known' });
    await expect(work.run((tx) => homes.endCode(tx, 'NOBODY22', ids.evening))).rejects.toThrow(
      'code_not_known',
    );
  });

  it('never show a shelter, wherever one looks', async () => {
    const elsewhere = await aPerson(t, [{ in: tree.otherTown, kind: 'chair' }]);
    const { token } = elsewhere;
    const places = [
      '/womens-homes/nearest?lng=118.4&lat=24.9&limit=50',
      '/womens-homes/nearest?lng=118.4&lat=24.9&limit=50&kind=womens_home&service=reading',
      '/womens-homes/nearest?lng=118.4&lat=24.9&radiusMetres=50000',
      `/womens-homes/nearest?lng=118.4&lat=24.9&openAt=2026-11-26T10:00:00Z`,
      `/womens-homes?divisionCode=${tree.codes.town}`,
      `/womens-homes?divisionCode=${tree.codes.county}&limit=100`,
      `/womens-homes/${ids.shelter}`,
      '/q/SHELTER2',
      '//q/SHELTER2',
      `/federations/${tree.town.id}`,
      `/federations/${tree.county.id}/children`,
      `/divisions?search=${encodeURIComponent(secret.slice(0, 2))}`,
      '/desk/womens-homes',
      `/desk/womens-homes/${ids.shelter}`,
      '//api/openapi.json',
    ];
    for (const place of places) {
      const { body, headers } = await t.http.get(place, { token });
      expect([place, JSON.stringify([body, headers])]).not.toEqual([
        place,
        expect.stringMatching(new RegExp(`${secret}|"id":"${ids.shelter}`)),
      ]);
    }
    expect(await t.http.get(`/womens-homes/${ids.shelter}`)).toMatchObject({ status: 404 });
    const { headers } = await t.http.get('//q/SHELTER2', browser);
    expect(headers.location).toBe('/#/women/town/index?unknown=1');
    expect(t.log.join()).not.toContain(secret);
  });

  it('forget a home at once when it becomes a shelter', async () => {
    expect(await names('')).toContain('白天的家');
    await t.dataSource.query('UPDATE womens_home SET confidential = 1 WHERE id = ?', [ids.daytime]);
    expect(await names('')).not.toContain('白天的家');
    expect(await t.http.get<WomensHome>(`/womens-homes/${ids.daytime}`)).toMatchObject({
      status: 404,
    });
  });
});
