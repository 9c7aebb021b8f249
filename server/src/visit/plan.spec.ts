import type { SelectQueryBuilder } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { analyse, fill, planOf } from '../../test/plans';
import { activeOf, holdersIn, findActiveIn } from './link.repository';
import { visitsBy } from './visit.repository';

jest.setTimeout(300_000);

const linkCount = 20_000;
const visitsEach = 5;
const id = (n: number): string => String(n).padStart(26, '0');
/** Two hundred women each; ten of them to a village. */
const holderOf = (link: number): string => id(1_000_000 + (link % 100));
const pathOf = (link: number): string => `/${id(1)}/${id(10 + (link % 10))}/`;

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  await fill(t, 'visit_link', linkOf, linkCount);
  await fill(t, 'visit', visitOf, linkCount * visitsEach);
  await analyse(t, 'visit_link', 'visit');
});
afterAll(() => t.close());

const linkOf = (n: number): string =>
  `'${id(n)}','${holderOf(n)}','${id(5)}','${id(6)}','${pathOf(n)}','${id(n)}','2026-01-01','spoken',` +
  `'${n}','${n % 10 === 0 ? 'ended' : 'active'}',NULL,NULL,NULL,NULL`;

const visitOf = (n: number): string => {
  const link = n % linkCount;
  const day = `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  return `'${id(n)}','${id(link)}','${holderOf(link)}','home','${day}','${day}','normal',NULL,NULL,NULL,0`;
};

const db = () => t.dataSource.manager;
const one = holderOf(7);
const branches = [`/${id(1)}/`];

describe('among a hundred thousand visits', () => {
  it.each([
    ['her visits', () => visitsBy(db(), { accountId: one, branches }, undefined, 20), 'visit_own'],
    [
      'her visits, far down',
      () => visitsBy(db(), { accountId: one, branches }, ['2026-03-01', id(9)], 20),
      'visit_own',
    ],
    [
      'her visits to one woman',
      () => visitsBy(db(), { accountId: one, branches, linkId: id(7) }, undefined, 20),
      'visit_',
    ],
    ['the women on her phone', () => activeOf(db(), one, '', 100), 'visit_link_holder'],
    ['the last visit of each', () => activeOf(db(), one, '', 100), 'visit_latest'],
    ['whose lists there are in a village', () => holdersIn(db(), pathOf(7)), 'visit_link_branch'],
  ])('%s are found by a range of an index, without a scan', async (_, query, index) => {
    const plan = await planOf(t, query() as SelectQueryBuilder<object>);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/"SCAN |"type":"ALL"/);
  });

  it('her list and her visits need no sorting', async () => {
    for (const query of [
      activeOf(db(), one, '', 100),
      visitsBy(db(), { accountId: one, branches }, undefined, 20),
    ])
      expect(await planOf<object>(t, query as SelectQueryBuilder<object>)).not.toMatch(
        /filesort|TEMP B-TREE FOR ORDER/,
      );
  });

  it('are told by their latest one, as a look at every row tells', async () => {
    const rows = (await activeOf(db(), one, '', 50).getMany()) as { id: string; latest?: object }[];
    expect(rows).toHaveLength(51);
    for (const { id: link, latest } of rows) {
      const all = await db().query<{ counted_day: string; id: string }[]>(
        `SELECT counted_day, id FROM visit WHERE link_id = '${link}' ORDER BY counted_day, id`,
      );
      const last = all.at(-1)!;
      expect(latest).toMatchObject({ countedDay: last.counted_day, id: last.id });
    }
    expect((await findActiveIn(db(), one, [pathOf(7)])).length).toBeGreaterThan(100);
  });
});
