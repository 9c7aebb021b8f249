import { startApp, type TestApp } from '../../test/app';
import { aDesk, aTicket, claim } from '../../test/case-tickets';
import { brokenInvariants } from '../../test/faults/invariants';
import type { GivenPost } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { Accounts, Sessions } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Sights } from './sights.service';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:40+08:00');
  tree = await aTree(t);
});
afterEach(async () => expect(await brokenInvariants(t.dataSource)).toEqual([]));

const at = (name: string, ...posts: GivenPost[]) => aDesk(t, name, ...posts);
type Desk = Awaited<ReturnType<typeof at>>;
const inTown = (name: string, kind: GivenPost['kind'] = 'staff', more: Partial<GivenPost> = {}) =>
  at(name, { in: tree.town, kind, ...more });
const endPost = ({ postIds }: Desk, by: Desk) =>
  t.http.delete(`/desk/posts/${postIds[0]}`, { token: by.token });
const appoint = ({ accountId }: Desk) =>
  t.app
    .get(UnitOfWork)
    .run((tx) =>
      t.app
        .get(Accounts)
        .appoint(tx, [
          { accountId, federationId: tree.town.id, kind: 'staff', fromDay: '2026-11-26' },
        ]),
    );

describe('what she was let read of a minor', () => {
  let desk: Desk;
  let head: Desk;
  let id: string;
  const isLocked = async () => (await desk.open(id)).body.locked;
  beforeEach(async () => {
    [desk, head] = [await inTown('林小梅'), await inTown('陈秀英', 'chair')];
    ({ id } = await aTicket(t, { divisionCode: tree.codes.town, kind: 'children' }));
    await desk.act(id, 'unlock', { reason: '我是本案经办人' });
    await head.act(id, 'unlock/decision', { accountId: desk.accountId, approve: true });
    expect(await isLocked()).toBe(false);
  });

  it('is locked to her again when a bar is lifted', async () => {
    const { accountId } = desk;
    await head.act(id, 'bars', { accountId, reason: '是当事人的亲属' });
    expect((await desk.open(id)).status).toBe(404);

    await head.act(id, 'bars/lift', { accountId, reason: '认错人了' });

    expect(await isLocked()).toBe(true);
  });

  it('is locked to her again when her post ended and she has another', async () => {
    const accounts = t.app.get(Accounts);
    await t.app.get(UnitOfWork).run((tx) => accounts.endPost(tx, desk.postIds[0]!));
    expect((await desk.open(id)).status).toBe(404);

    await appoint(desk);

    expect(await isLocked()).toBe(true);
  });

  it('is locked to her again when it was handed away and comes back', async () => {
    const [other, again] = [tree.otherTown, tree.town].map((to) => ({
      federationId: to.id,
      reason: '请你们接手',
    }));
    const there = await at('邻镇的', { in: tree.otherTown, kind: 'staff' });
    const decide = (by: Desk, version: number) =>
      t.http.post(`/desk/hand-overs/${id}/decision`, { version, accept: true }, by);
    const versionOf = async (by: Desk) => (await by.open(id)).body.version;
    const version = await versionOf(desk);
    await desk.act(id, 'hand-over', { ...other, version });
    expect((await decide(there, version + 1)).status).toBe(200);
    const later = await versionOf(there);
    await there.act(id, 'hand-over', { ...again, version: later });

    expect((await decide(desk, later + 1)).status).toBe(200);

    expect(await isLocked()).toBe(true);
  });

  it('is locked to her again when it was closed, and the look keeps its reason', async () => {
    await desk.write(id, '我们在办');
    await desk.move(id, 'closed');
    expect(await isLocked()).toBe(true);

    await desk.act(id, 'unlock', { reason: '回访要看' });
    await head.act(id, 'unlock/decision', { accountId: desk.accountId, approve: true });

    const looks = (await desk.open(id)).body.events.filter(({ what }) => what === 'read');
    expect(looks).toContainEqual(expect.objectContaining({ who: '示例·林小梅', note: '回访要看' }));
  });
});

describe('what somebody has who does not see it any more', () => {
  const given = async (desk: Desk, by: Desk) => {
    const { id } = await aTicket(t, { divisionCode: tree.codes.village });
    const { accountId } = desk;
    expect((await by.act(id, 'assignee', { version: 1, accountId })).status).toBe(200);
    expect(await desk.inbox()).toMatchObject([{ aboutId: id }]);
    return id;
  };
  const nobodyHas = async (by: Desk, id: string, who: string | null) => {
    expect((await by.list('?assigned=nobody')).body.items).toMatchObject([{ id }]);
    const { events } = (await by.open(id)).body;
    expect(events).toContainEqual(
      expect.objectContaining({ what: 'unassigned', who: null, about: who }),
    );
  };

  it('is with nobody once her post was ended, and her inbox is silent of it', async () => {
    const [desk, head] = [await inTown('林小梅'), await inTown('陈秀英', 'chair')];
    const id = await given(desk, head);

    expect((await endPost(desk, head)).status).toBeLessThan(300);

    await nobodyHas(head, id, '示例·林小梅');
    expect(await desk.inbox()).toEqual([]);
  });

  it('is with nobody the night after her term', async () => {
    const [desk, head] = [
      await inTown('林小梅', 'staff', { toDay: '2026-11-26' }),
      await inTown('陈秀英', 'chair'),
    ];
    const id = await given(desk, head);
    t.clock.pass({ days: 1 });
    await t.app.get(Sights).look();

    const later = await inTown('王秀兰');
    await nobodyHas(later, id, '示例·林小梅');
  });

  it('is with nobody once she has deleted her account after her term', async () => {
    const [desk, head] = [
      await inTown('林小梅', 'staff', { toDay: '2026-11-26' }),
      await inTown('陈秀英', 'chair'),
    ];
    const id = await given(desk, head);
    t.clock.tell('2026-11-27T00:10:00+08:00');
    const sessions = t.app.get(Sessions);
    const { token } = await t.app
      .get(UnitOfWork)
      .run((tx) => sessions.start(tx, desk.accountId, []));
    const left = await t.http.delete('/me', { token, body: { confirm: '删除' } });

    expect(left.status).toBe(200);

    await nobodyHas(await inTown('王秀兰'), id, null);
  });

  it('is with nobody once the branch moved away from her, and stays with whom it did not', async () => {
    const county = await at('市里的', { in: tree.county, kind: 'chair' });
    const [desk, village] = [
      await inTown('林小梅'),
      await at('村里的', { in: tree.village, kind: 'chair' }),
    ];
    const [lost, kept] = [await given(desk, county), await given(village, county)];

    const move = { toParentId: tree.otherTown.id, movedOn: '2026-11-26', reason: '区划调整' };
    const path = `/desk/federations/${tree.village.id}/moves`;
    expect((await t.http.post(path, move, county)).status).toBeLessThan(300);

    await nobodyHas(county, lost, '示例·林小梅');
    expect((await county.open(kept)).body.assigneeName).toBe('示例·村里的');
    expect(await desk.inbox()).toEqual([]);
  });

  it('is silent in the inbox of the desk that handed it over and of those it is withdrawn from', async () => {
    const [desk, head] = [await inTown('林小梅'), await inTown('陈秀英', 'chair')];
    const there = await at('邻镇的', { in: tree.otherTown, kind: 'staff' });
    const id = await given(desk, head);
    const body = { version: 2, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
    await head.act(id, 'hand-over', body);
    expect(await there.inbox()).toMatchObject([{ aboutId: id }]);
    await head.act(id, 'hand-over/recall', { version: 3 });
    expect(await there.inbox()).toEqual([]);
    await head.act(id, 'hand-over', { ...body, version: 4 });
    await t.http.post(`/desk/hand-overs/${id}/decision`, { version: 5, accept: true }, there);
    expect(await desk.inbox()).toEqual([]);

    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    await head.act(asked.id, 'assignee', { version: 1, accountId: desk.accountId });
    await claim(t, asked, 'withdraw');
    expect(await desk.inbox()).toEqual([]);
  });
});
