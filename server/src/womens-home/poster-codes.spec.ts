import type { PosterCode, RefusalBody, ScannedCode } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { aTree, type Tree } from '../../test/trees';
import { AuditEntryRow } from '../audit';

describe('codes on walls', () => {
  let t: TestApp;
  let tree: Tree;
  let round = 0;
  let printed: string;
  let other: string;
  let old: string;
  let moved: string;
  let elsewhere: string;
  let staff: { token: string };

  const point = (code: string, womensHomeId: string, asked = staff) =>
    t.http.put<PosterCode & RefusalBody>(`/desk/poster-codes/${code}`, { womensHomeId }, asked);
  const end = (code: string, asked = staff) =>
    t.http.post<PosterCode & RefusalBody>(`/desk/poster-codes/${code}/end`, undefined, asked);
  const leadsTo = async (code: string) =>
    (await t.http.get<ScannedCode>(`/q/${code}`)).body.womensHome?.id;
  const actsOn = async (subjectId: string) => {
    const rows = await t.dataSource.manager.find(AuditEntryRow, {
      where: { subjectId },
      order: { id: 'ASC' },
    });
    return rows.map(({ action }) => action);
  };

  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    round += 1;
    printed = `PRINTED${round}`;
    other = `OTHER${round}`;
    tree = await aTree(t);
    old = await aHome(t, tree.village, printed);
    moved = await aHome(t, tree.town, `MOVED${round}`);
    elsewhere = await aHome(t, tree.otherTown, other);
    staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  });

  it('lead to another home without being printed again', async () => {
    const { status, body } = await point(printed.toLowerCase(), moved);

    expect([status, body]).toEqual([200, { code: printed, womensHomeId: moved, endedAt: null }]);
    expect(await leadsTo(printed.toLowerCase())).toBe(moved);
    expect(await actsOn(old)).toEqual(['womens_home.lose_code']);
    expect(await actsOn(moved)).toEqual(['womens_home.point_code']);
  });

  it('begin with the first home they are given', async () => {
    expect((await point('New22222', moved)).status).toBe(200);
    expect((await point('New22222', moved)).status).toBe(200);
    expect(await leadsTo('NEW22222')).toBe(moved);
  });

  it('end, and are taken up again', async () => {
    t.clock.tell('2026-11-26T09:10:00+08:00');
    expect((await end(printed)).body.endedAt).toBe('2026-11-26T09:10:00+08:00');
    expect(await leadsTo(printed)).toBeUndefined();
    expect(await actsOn(old)).toEqual(['womens_home.end_code']);

    expect((await point(printed, old)).body.endedAt).toBeNull();
    expect(await leadsTo(printed)).toBe(old);
    expect((await end('NOBODY22')).body.code).toBe('code_not_known');
  });

  it('are moved and ended by staff of both homes only', async () => {
    expect((await point(printed, elsewhere)).body.code).toBe('womens_home_not_found');
    expect((await point(other, moved)).body.code).toBe('code_not_known');
    expect((await end(other)).body.code).toBe('code_not_known');
    expect((await point(printed, old, await aPerson(t))).status).toBe(404);
    expect((await point(printed, old, { token: '' })).status).toBe(401);

    expect(await leadsTo(printed)).toBe(old);
    expect(await leadsTo(other)).toBe(elsewhere);
  });

  it('are begun by one of two who begin one at once', async () => {
    const neighbour = await aPerson(t, [{ in: tree.otherTown, kind: 'chair' }]);
    const replies = await Promise.all([
      point('RACE2222', moved),
      point('RACE2222', elsewhere, neighbour),
    ]);

    const won = replies.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(await leadsTo('RACE2222')).toBe(won[0]?.body.womensHomeId);
  });

  it('have no marks and spaces', async () => {
    const { status, body } = await point(encodeURIComponent('墙上 22'), moved);
    expect([status, Object.keys(body.fields ?? {})]).toEqual([400, ['code']]);
  });
});
