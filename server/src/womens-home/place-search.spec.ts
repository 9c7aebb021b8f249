import { type FoundPlaces, type Page, type Division } from '@niangjia/shared';
import { type DataSource, EntityManager } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { aHome } from '../../test/homes';
import { aTree, type Tree } from '../../test/trees';
import { Divisions, NameDivisions1000000000210 } from '../federation';
import { NameForm } from '../names';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { NameWomensHomes1000000000510 } from './home-names.migration';

jest.setTimeout(120_000);

const secret = '静安居';
const places = [
  ['880001', '南安市', null, 'county'],
  ['880001100', '霞美镇', '880001', 'town'],
  ['880001101', '金淘镇', '880001', 'town'],
  ['880001102', '鼓楼街道', '880001', 'town'],
  ['880001100200', '重庆路社区居委会', '880001100', 'village'],
  ['880001100201', '妇女路社区居委会', '880001100', 'village'],
  ['880001101200', '山美村委会', '880001101', 'village'],
  ['880001102200', '山美村委会', '880001102', 'village'],
] as const;

describe('finding places by name', () => {
  let t: TestApp;
  let tree: Tree;
  let shelter: string;

  const find = async (words: string): Promise<FoundPlaces> => {
    const query = `words=${encodeURIComponent(words)}`;
    return (await t.http.get<FoundPlaces>(`/places?${query}`)).body;
  };
  const divisions = async (words: string) => (await find(words)).divisions.map(({ name }) => name);
  const homes = async (words: string) => (await find(words)).homes.map(({ name }) => name);
  const meant = async (words: string) => (await find(words)).meant.map(({ name }) => name);

  beforeAll(async () => {
    t = await startApp();
    tree = await aTree(t);
    const rows = places.map(([code, name, parentCode, level]) => ({
      ...{ code, name, parentCode, level },
      lng: null,
      lat: null,
    }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Divisions).add(tx, rows));
    await aHome(t, tree.village, 'XIAMEI22', { name: '霞美村妇女之家' });
    await aHome(t, tree.village, 'XIAMEI33', { name: '霞美村母婴室', kind: 'nursing_room' });
    shelter = await aHome(t, tree.town, 'SHELTER3', { name: secret, confidential: true });
  });
  afterAll(() => t.close());

  it.each([
    ['鼓楼', '鼓楼街道'],
    ['楼街', '鼓楼街道'],
    ['gulou', '鼓楼街道'],
    ['GU LOU', '鼓楼街道'],
    ['gl', '鼓楼街道'],
    ['gljd', '鼓楼街道'],
    ['lou', '鼓楼街道'],
    ['鼓lou', '鼓楼街道'],
    ['gu楼', '鼓楼街道'],
    ['chongqinglu', '重庆路社区居委会'],
    ['funv', '妇女路社区居委会'],
    ['funu', '妇女路社区居委会'],
    ['fuNü', '妇女路社区居委会'],
    ['fnl', '妇女路社区居委会'],
    ['霞美', '霞美镇'],
  ])('%s finds %s', async (words, name) => {
    expect(await divisions(words)).toEqual([name]);
  });

  it('does not read a character as it is read elsewhere', async () => {
    expect(await divisions('zhongqinglu')).toEqual([]);
  });

  it('says in which town each of two villages of one name lies', async () => {
    const { divisions: found } = await find('shanmei');

    expect(found.map(({ parentName }) => parentName)).toEqual(['金淘镇', '鼓楼街道']);
  });

  it.each([
    ['霞美', ['霞美村妇女之家', '霞美村母婴室']],
    ['xmc', ['霞美村妇女之家', '霞美村母婴室']],
    ['霞美妇联', ['霞美村妇女之家', '霞美村母婴室']],
    ['娘家 霞美', ['霞美村妇女之家', '霞美村母婴室']],
    ['xiamei niangjia', ['霞美村妇女之家', '霞美村母婴室']],
    ['霞美村妇女之家', ['霞美村妇女之家', '霞美村母婴室']],
    ['霞美母婴室', ['霞美村母婴室']],
    ['霞美喂奶', ['霞美村母婴室']],
    ['母婴室', ['霞美村母婴室']],
    ['霞mei', ['霞美村妇女之家', '霞美村母婴室']],
    ['下mei', []],
  ])('%s finds the homes %j', async (words, names) => {
    expect((await homes(words)).sort()).toEqual([...names].sort());
  });

  it.each([
    ['金桃', '金淘镇'],
    ['金桃村', '金淘镇'],
    ['侠美镇', '霞美镇'],
    ['gloulou', '鼓楼街道'],
    ['gulpu', '鼓楼街道'],
    ['guolu', '鼓楼街道'],
    ['guloou', '鼓楼街道'],
    ['xamei', '霞美镇'],
  ])('%s finds nothing and may mean %s', async (words, name) => {
    const found = await find(words);

    expect([found.divisions, found.homes]).toEqual([[], []]);
    expect(found.meant[0]?.name).toBe(name);
  });

  it('offers nothing for what is like nothing', async () => {
    expect(await meant('qqqqqqqq')).toEqual([]);
    expect(await meant('😀😀')).toEqual([]);
    expect(await meant("'; DROP TABLE")).toEqual([]);
  });

  it.each([secret, '静安', '安居', 'jinganju', 'jing', 'jaj', '静安居妇女之家', 'jinganjv'])(
    'never finds a confidential home by %s',
    async (words) => {
      expect(JSON.stringify(await find(words))).not.toContain(secret);
      expect(JSON.stringify(await find(words))).not.toContain(shelter);
    },
  );

  it('keeps no form of a confidential home, when it is added and when tables are filled', async () => {
    const forms = () => t.dataSource.manager.findBy(NameForm, { id: shelter });
    expect(await forms()).toEqual([]);

    const { before, after } = await filledAgain(t.dataSource);

    expect(after).toEqual(before);
    expect(await forms()).toEqual([]);
  });

  it('serves the search of divisions too', async () => {
    const search = encodeURIComponent('xiam');
    const { body } = await t.http.get<Page<Division>>(`/divisions?search=${search}`);

    expect(body.items.map(({ name }) => name)).toEqual(['霞美镇']);
  });
});

/** Takes all forms away, and lets the migrations write them for the rows that are there. */
async function filledAgain(dataSource: DataSource) {
  const all = () =>
    dataSource.manager.find(NameForm, { order: { what: 'ASC', form: 'ASC', id: 'ASC' } });
  const before = await all();
  const runner = dataSource.createQueryRunner();
  for (const migration of [new NameDivisions1000000000210(), new NameWomensHomes1000000000510()]) {
    await migration.down(runner);
    await migration.up(runner);
  }
  await runner.release();
  return { before, after: await all() };
}

describe('a hundred thousand places', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
    const signs = [...'山水美霞金石东南西北田园桥头林溪湖洋仙梅凤龙安康乐平新华英诗'];
    const name = (n: number) => signs[n % 32]! + signs[(n >> 5) % 32]! + signs[(n >> 10) % 32]!;
    const rows = Array.from({ length: 20_000 }, (_, n) => ({
      code: String(770_000_000_000 + n),
      name: `${name(n)}村委会`,
      level: 'village' as const,
      parentCode: null,
      lng: null,
      lat: null,
    }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Divisions).add(tx, rows));
    const isMysql = t.dataSource.options.type === 'mysql';
    await t.dataSource.query(isMysql ? 'ANALYZE TABLE name_form' : 'ANALYZE');
  });
  afterAll(() => t.close());

  it('are looked through by ranges of the key, however the question is put', async () => {
    const plans = await plansOf(t.dataSource, async () => {
      await t.http.get('/places?words=shan');
      await t.http.get(`/places?words=${encodeURIComponent('美霞金石东')}`);
      await t.http.get('/places?words=shammeixia');
    });

    expect(await t.dataSource.manager.count(NameForm)).toBeGreaterThan(100_000);
    expect(plans.length).toBeGreaterThan(4);
    expect(
      plans.filter((plan) => !/range PRIMARY|\(what=\? AND form>\? AND form<\?\)/.test(plan)),
    ).toEqual([]);
    expect(plans.filter((plan) => /SCAN name_form|; ALL|^ALL/.test(plan))).toEqual([]);
  });
});

/** The plans of all questions that the work asks of the forms. */
async function plansOf(dataSource: DataSource, work: () => Promise<void>): Promise<string[]> {
  const asked: [string, unknown[]][] = [];
  const query = jest.spyOn(EntityManager.prototype, 'query');
  query.mockImplementation(function (this: EntityManager, sql: string, values?: unknown) {
    asked.push([sql, values as unknown[]]);
    return this.dataSource.query(sql, values as unknown[]);
  } as EntityManager['query']);
  await work();
  query.mockRestore();

  const explain = dataSource.options.type === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  const plans = asked
    .filter(([sql]) => sql.includes('FROM name_form'))
    .map(async ([sql, values]) => {
      const rows = await dataSource.query<Record<string, string>[]>(`${explain} ${sql}`, values);
      return rows
        .filter(({ detail, table }) => detail ?? /name_form/.test(table ?? ''))
        .map((row) => row['detail'] ?? `${row['type']} ${row['key']}`)
        .join('; ');
    });
  return Promise.all(plans);
}
