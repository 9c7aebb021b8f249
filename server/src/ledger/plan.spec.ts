import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { analyse, fill, plansOf, scans, sortsOrScans, twoPages } from '../../test/plans';
import { aTree, type Tree } from '../../test/trees';
import { Cipher } from '../platform/crypto/cipher';
import { entryName } from './ledger-entry.entity';

jest.setTimeout(300_000);

const id = (n: number): string => String(n).padStart(26, '0');
const tables = ['grid', 'grid_holder', 'ledger_entry'];

let t: TestApp;
let tree: Tree;
let people: Record<'staff' | 'keeper', GivenPerson>;

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  people = {
    staff: await aPerson(t, [{ in: tree.county, kind: 'staff' }]),
    keeper: await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]),
  };
  await fillAll();
  await analyse(t, ...tables);
});
afterAll(() => t.close());

/** Two grids in five thousand are hers, each of fifty women. */
async function fillAll(): Promise<void> {
  await fill(t, 'grid (id, federation_id, federation_path, name)', (n) => {
    const { id: federationId, path } = n % 5 ? tree.village : tree.otherTown;
    return `'${id(n)}','${federationId}','${path}','一组'`;
  });
  await fill(t, 'grid_holder (account_id, grid_id)', (n) => {
    const { accountId } = n % 50_000 === 1 ? people.keeper : people.staff;
    return `'${accountId}','${id(n)}'`;
  });
  await fill(t, 'ledger_entry (id, grid_id, name, name_mark, written_at)', (n) => {
    const isHers = n < 100;
    const gridId = isHers ? id(n % 2 ? 1 : 50_001) : id(n);
    const name = isHers ? t.app.get(Cipher).seal(entryName, id(n), '示例·某人') : '';
    return `'${id(n)}','${gridId}','${name}','${n}',0`;
  });
}

describe('among a hundred thousand grids and women, no list of the ledger looks through a table', () => {
  it('or sorts, by a page of a grid and the next, for its keeper', async () => {
    const { staff } = people;
    for (const asking of await twoPages(t, '/desk/grids?limit=5', staff)) {
      const plans = await plansOf(t, asking, staff, tables);
      expect(plans.join()).toContain('grid_federation');
      for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
    }
  });

  it.each([['/ledger?limit=5'], [`/ledger?limit=5&gridId=${id(1)}`]])('nor %s', async (path) => {
    const { keeper } = people;
    for (const asking of await twoPages(t, path, keeper)) {
      const plans = await plansOf(t, asking, keeper, ['ledger_entry']);
      expect(plans.join()).toContain('ledger_entry_grid');
      for (const plan of plans) expect(plan).not.toMatch(sortsOrScans);
    }
  });

  it('when it asks for her grids, which are few and sorted by name', async () => {
    const plans = await plansOf(t, '/me/grids', people.keeper, ['grid']);
    expect(plans).toHaveLength(1);
    for (const plan of plans) expect(plan).not.toMatch(scans);
  });
});
