import type {
  NearestHomes,
  Page,
  ScannedCode,
  WomensHome,
  WomensHomeSummary,
} from '@niangjia/shared';
import { aFederation } from '../../test/given';
import { startApp, type TestApp } from '../../test/app';
import { aHome } from '../../test/homes';
import type { FederationRow } from '../federation';

const day = { opens: '08:30', closes: '17:30' };
const evening = { opens: '18:30', closes: '20:30' };
const hours = (...intervals: (typeof day)[]) => ({
  weekly: [intervals, intervals, intervals, intervals, intervals, [], []],
  onHolidays: 'closed' as const,
  overrides: [],
});

describe('homes for everybody', () => {
  let t: TestApp;
  let village: FederationRow;
  const nearest = async (query: string) =>
    (await t.http.get<NearestHomes>(`/womens-homes/nearest?lng=118.4&lat=24.9${query}`)).body.items;
  const names = async (query: string) => (await nearest(query)).map(({ name }) => name);

  beforeAll(async () => {
    t = await startApp();
    village = await aFederation(t, { divisionCode: '350583108201', level: 'village' });
    const at = (lng: number) => ({ point: { lng, lat: 24.9 } });
    await aHome(t, village, 'DAYTIME2', { name: '白天的家', hours: hours(day), ...at(118.401) });
    await aHome(t, village, 'EVENING2', {
      name: '下班后的家',
      kind: 'micro_home',
      hours: hours(day, evening),
      services: ['reading', 'rights_help'],
      ...at(118.41),
    });
    await aHome(t, village, 'SHELTER2', { name: '庇护所', confidential: true, ...at(118.4) });
  });
  afterAll(() => t.close());

  it('answers the nearest first, with distance and hours', async () => {
    const [first, second] = await nearest('');
    expect(first).toMatchObject({
      name: '白天的家',
      distanceMetres: 101,
      isOpen: true,
      closesAt: '2026-11-26T17:30:00+08:00',
      opensAt: null,
    });
    expect(second).toMatchObject({ name: '下班后的家', services: ['rights_help', 'reading'] });
  });
  it('asks by kind and service', async () => {
    expect(await names('&kind=micro_home')).toEqual(['下班后的家']);
    expect(await names('&service=reading')).toEqual(['下班后的家']);
  });
  it('opens the poster', async () => {
    const html = { headers: { accept: 'text/html,*/*' } };
    expect((await t.http.get('//q/DAYTIME2', html)).headers.location).toBe(
      '/#/women/womens-home/index?code=DAYTIME2',
    );
    expect((await t.http.get('//q/SHELTER2', html)).headers.location).toBe(
      '/#/women/town/index?unknown=1',
    );
    expect((await t.http.get<ScannedCode>('//q/DAYTIME2')).body.womensHome.name).toBe('白天的家');
    expect((await t.http.get<ScannedCode>('/q/DAYTIME2')).body.womensHome.federationName).toBe(
      '某镇妇联',
    );
    expect((await t.http.get('/q/SHELTER2')).body).toMatchObject({ code: 'code_not_known' });
    const { body } = await t.http.get<Page<WomensHomeSummary>>('/womens-homes?divisionCode=350583');
    expect(body.items).toHaveLength(2);
    expect((await t.http.get<WomensHome>(`/womens-homes/${body.items[0]!.id}`)).status).toBe(200);
  });
});
