import type { Account, DeskPost, NewInvitation, Page, RefusalBody } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey } from '../../test/case-tickets';
import { aPerson, type GivenPerson } from '../../test/given';
import { aNight } from '../../test/nights';
import { aTree, type Tree } from '../../test/trees';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { PostInvitationRow } from './invitation.entity';
import { Invitations } from './invitations.service';

let t: TestApp;
let tree: Tree;
let head: GivenPerson;
let woman: GivenPerson;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  tree = await aTree(t);
  head = await aPerson(t, [{ in: tree.county, kind: 'chair' }], '示例·主席');
  woman = await aPerson(t, [], '示例·林');
});

const invite = (kind = 'staff', who = head, at = tree.village, toDay?: string) =>
  t.http.post<NewInvitation & RefusalBody>(
    `/desk/federations/${at.id}/invitations`,
    { kind, ...(toDay && { toDay }) },
    who,
  );
const take = (code: string, who = woman) =>
  t.http.post<Account & RefusalBody>('/invitations/take', { code }, who);
const posts = async (at = tree.village) =>
  (await t.http.get<Page<DeskPost>>(`/desk/federations/${at.id}/posts`, head)).body.items;
const end = (postId: string, who = head) =>
  t.http.send<RefusalBody>('DELETE', `/desk/posts/${postId}`, who);

describe('an invitation to a post', () => {
  it('is read and taken by who has the digits, and lets her at once do what the post lets', async () => {
    const { body: invitation } = await invite();
    const desk = () => t.http.get(`/desk/federations/${tree.village.id}`, woman);
    expect((await desk()).status).toBe(404);
    const read = await t.http.post('/invitations/read', { code: invitation.code }, woman);
    expect(read.body).toMatchObject({ federationName: '某村妇联', kind: 'staff', toDay: null });

    const { body } = await take(invitation.code.replace(/(.{4})/g, '$1 '));

    expect(body.posts).toMatchObject([{ kind: 'staff', federationId: tree.village.id }]);
    expect((await desk()).status).toBe(200);
    expect(await posts()).toMatchObject([{ kind: 'staff', name: '示例·林', toDay: null }]);
  });

  it('is taken once, however many have the digits', async () => {
    const { code } = (await invite()).body;
    const others = [woman, await aPerson(t), await aPerson(t), await aPerson(t)];
    const taken = await Promise.all(others.map((who) => take(code, who)));
    expect(taken.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404]);
    expect(await posts()).toHaveLength(1);
  });

  it('is taken once, however often she sends it', async () => {
    const { code } = (await invite()).body;
    const headers = { 'idempotency-key': anIdempotencyKey() };
    const again = () => t.http.post('/invitations/take', { code }, { ...woman, headers });
    expect(await again()).toMatchObject({ status: 201 });
    expect(await again()).toMatchObject({ status: 201 });
    expect(await posts()).toHaveLength(1);
  });

  it('ends after a week, is withdrawn, and falls with the head who sent it', async () => {
    const { body: withdrawn } = await invite();
    await t.http.send('DELETE', `/desk/invitations/${withdrawn.id}`, head);
    expect((await take(withdrawn.code)).body.code).toBe('invitation_not_found');

    const town = await aPerson(t, [{ in: tree.town, kind: 'chair' }]);
    const { body: fallen } = await invite('staff', town);
    await end(town.postIds[0]!);
    expect((await take(fallen.code)).body.code).toBe('invitation_not_found');

    const { body: late } = await invite();
    t.clock.tell(t.clock.now() + 7 * 86_400_000);
    expect((await take(late.code)).body.code).toBe('invitation_not_found');
    await aNight(t);
    expect(await t.dataSource.manager.countBy(PostInvitationRow, { id: late.id })).toBe(0);
    t.clock.tell(t.clock.now() - 7 * 86_400_000);
  });

  it('is sent by a head for her own branch alone, and not to who holds the post', async () => {
    const staff = await aPerson(t, [{ in: tree.village, kind: 'staff' }]);
    expect((await invite('staff', staff)).status).toBe(404);
    const other = await aPerson(t, [{ in: tree.otherTown, kind: 'chair' }]);
    expect((await invite('staff', other)).body.code).toBe('federation_not_found');
    expect((await take((await invite()).body.code, staff)).body.code).toBe('holds_it_already');
    const over = await invite('staff', head, tree.village, '2026-11-25');
    expect(over.body.code).toBe('day_is_over');
  });

  it('gives a new branch its first head, and no second one', async () => {
    const { app } = t;
    const first = () =>
      app.get(UnitOfWork).run((tx) => app.get(Invitations).inviteFirstHead(tx, tree.town));
    const { code } = await first();
    expect((await take(code)).body.posts).toMatchObject([{ kind: 'chair' }]);
    await expect(first()).rejects.toMatchObject({ code: 'holds_it_already' });
  });
});

describe('a post that ends', () => {
  it('ends with the next request', async () => {
    const staff = await aPerson(t, [{ in: tree.village, kind: 'staff' }]);
    const desk = () => t.http.get(`/desk/federations/${tree.village.id}`, staff);
    expect((await desk()).status).toBe(200);
    expect((await end(staff.postIds[0]!)).status).toBe(200);
    expect((await desk()).status).toBe(404);
    expect((await end(staff.postIds[0]!)).body.code).toBe('post_not_found');
  });

  it('stays with the last head, until there is another', async () => {
    const [last = ''] = head.postIds;
    expect((await end(last)).body.code).toBe('last_head');
    const village = await aPerson(t, [{ in: tree.village, kind: 'chair' }]);
    expect((await end(village.postIds[0]!, village)).status).toBe(200);

    await aPerson(t, [{ in: tree.county, kind: 'chair' }]);
    expect((await end(last)).status).toBe(200);
  });

  it('leaves one head when two end each other at once', async () => {
    const other = await aPerson(t, [{ in: tree.county, kind: 'chair' }]);
    const both = await Promise.all([end(other.postIds[0]!), end(head.postIds[0]!, other)]);
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });
});
