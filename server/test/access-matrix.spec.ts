import { apiBase } from '@niangjia/shared';
import { repliesOf } from '../src/platform/http/replies';
import { Routes } from '../src/platform/http/routes';
import { type Cell, cellsOf, changes, differenceOf, isDone, routeName } from './access-matrix/cell';
import { listCellsOf, listDifference } from './access-matrix/lists';
import { Planted } from './access-matrix/planted';
import { refusalsSince, told, toldOf } from './access-matrix/told';
import { table } from './access-matrix/table';
import { World } from './access-matrix/world';
import { startApp, type TestApp } from './app';
import { fingerprint } from './fingerprint';

jest.setTimeout(600_000);

const rows = Object.values(table).flat();
const counted = { lists: 0, refused: 0, audited: 0, read: 0, changed: 0, differences: 0 };

let t: TestApp;
let world: World;
let planted: Planted;

beforeAll(async () => {
  t = await startApp();
  world = await World.build(t);
  planted = await Planted.plant(world);
});
afterAll(() => t.close());
afterAll(() => void process.stdout.write(`  access matrix: ${JSON.stringify(counted)}\n`));

async function differences(cells: readonly Cell[], what: keyof typeof counted): Promise<string[]> {
  const found: (string | undefined)[] = [];
  for (const cell of cells) found.push(await differenceOf(cell, world, planted));
  const differing = found.filter((difference) => difference !== undefined);
  counted[what] += cells.length;
  counted.differences += differing.length;
  return differing;
}

test('the access matrix has a row for every route of the API, and no other', () => {
  const served = t.app
    .get(Routes)
    .all()
    .map(({ method, path }) => `${method} ${path}`);

  const ofApi = served.filter((name) => name.includes(apiBase));
  expect(rows.map(({ endpoint }) => routeName(endpoint)).sort()).toEqual(ofApi.sort());
});

test('every route that answers a page says what its list shows, or why that is not asked', () => {
  const pages = t.app
    .get(Routes)
    .all()
    .filter(({ handler }) => repliesOf(handler)?.page)
    .map(({ method, path }) => `${method} ${path}`);
  const told = rows.filter(({ lists, unlisted }) => lists ?? unlisted);

  expect(pages.length).toBeGreaterThan(30);
  expect(told.map(({ endpoint }) => routeName(endpoint))).toEqual(expect.arrayContaining(pages));
});

test('every list shows to everybody exactly what she may see of what is planted', async () => {
  const found: string[] = [];
  const cells = listCellsOf(rows, planted);
  for (const cell of cells) found.push(...(await listDifference(cell, world, planted)));
  counted.lists += cells.length;
  counted.differences += found.length;

  expect(found).toEqual([]);
});

describe.each(Object.keys(table))('in the access matrix, %s', (domain) => {
  let cells: Cell[];
  beforeAll(() => (cells = cellsOf(table[domain]!, planted)));

  it('refuses every cell that it must, in the words of what never was, and writes nothing but who may not', async () => {
    const before = await fingerprint(t.dataSource);
    const seen = await refusalsSince(t);

    const refused = cells.filter((cell) => !isDone(cell));

    expect(await differences(refused, 'refused')).toEqual([]);
    expect(await fingerprint(t.dataSource)).toEqual(before);
    const kept = await refusalsSince(t, seen);
    expect(kept.map(told).sort()).toEqual(refused.flatMap((cell) => toldOf(cell, world)).sort());
    counted.audited += kept.length;
  });

  it('lets read whoever may, and writes nothing but the audit', async () => {
    const before = await fingerprint(t.dataSource, ['audit_entry']);

    const reading = cells.filter((cell) => isDone(cell) && !changes(cell));

    expect(await differences(reading, 'read')).toEqual([]);
    expect(await fingerprint(t.dataSource, ['audit_entry'])).toEqual(before);
  });

  it('lets change whoever may', async () => {
    const changing = cells.filter((cell) => isDone(cell) && changes(cell));

    expect(await differences(changing, 'changed')).toEqual([]);
  });
});
