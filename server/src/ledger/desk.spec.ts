import type { DeskGrid, Grid, Page, RefusalBody } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { AuditEntryRow } from '../audit';
import { GridRow } from '.';

let t: TestApp;
let tree: Tree;
let staff: GivenPerson;
let member: GivenPerson;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  tree = await aTree(t);
  staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  member = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }], '示例·郑春兰');
});

const add = (who = staff, key?: string) =>
  t.http.post<DeskGrid & RefusalBody>(
    '/desk/grids',
    { federationId: tree.village.id, name: '祠堂边' },
    { ...who, headers: key ? { 'idempotency-key': key } : {} },
  );
const give = (id: string, { accountId }: Pick<GivenPerson, 'accountId'>) =>
  t.http.post<DeskGrid & RefusalBody>(`/desk/grids/${id}/holders`, { accountId }, staff);
const takeBack = (id: string, { accountId }: GivenPerson) =>
  t.http.send<DeskGrid>('DELETE', `/desk/grids/${id}/holders/${accountId}`, staff);
const hers = async () =>
  (await t.http.get<Page<Grid>>('/me/grids', member)).body.items.map(({ name }) => name);
const acts = async (subjectId: string) => {
  const rows = await t.dataSource.manager.findBy(AuditEntryRow, { subjectId });
  return rows.map(({ action }) => action).sort();
};

describe('the grids of a branch', () => {
  it('a new one is given to an 执委, who then keeps it, and is taken back', async () => {
    const { status, body: grid } = await add();
    expect(status).toBe(201);
    expect(grid).toMatchObject({ federationName: tree.village.name, holders: [] });
    expect(await hers()).toEqual([]);

    const holders = [{ accountId: member.accountId, name: '示例·郑春兰' }];
    expect((await give(grid.id, member)).body.holders).toEqual(holders);
    expect((await give(grid.id, member)).body.holders).toEqual(holders);
    expect(await hers()).toEqual(['祠堂边']);
    const list = await t.http.get<Page<DeskGrid>>('/desk/grids', staff);
    expect(list.body.items).toEqual([{ ...grid, holders }]);

    expect((await takeBack(grid.id, member)).body.holders).toEqual([]);
    await takeBack(grid.id, member);
    expect(await hers()).toEqual([]);
    expect(await acts(grid.id)).toEqual(['grid.add', 'grid.give', 'grid.give', 'grid.take_back']);
  });

  it('is given to nobody but an 执委 of its own federation', async () => {
    const { id } = (await add()).body;
    const away = await aPerson(t, [{ in: tree.town, kind: 'committee_member' }]);
    for (const other of [away, staff])
      expect((await give(id, other)).body.code).toBe('link_holder_not_found');
  });

  it('is made once, however often it is sent, and not outside the branch', async () => {
    const key = 'k'.repeat(40);
    const [first, second] = [await add(staff, key), await add(staff, key)];
    expect(second.body.id).toBe(first.body.id);
    const federationId = tree.village.id;
    expect(await t.dataSource.manager.countBy(GridRow, { federationId })).toBe(1);

    const other = await aTree(t);
    const stranger = await aPerson(t, [{ in: other.town, kind: 'staff' }]);
    expect((await add(stranger)).body.code).toBe('federation_not_found');
  });
});
