import type {
  ClaimedTicket,
  Inbox,
  LinkHolder,
  LinkMade,
  LinkOfHers,
  Page,
  RefusalBody,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import {
  aCommitteeMember,
  aLink,
  aNeed,
  aTicketAsked,
  aVisit,
  type CommitteeMember,
  phoneOf,
  twentyDigits,
} from '../../test/visits';
import { Accounts } from '../account';
import { Grids, LedgerEntryRow } from '../ledger';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { LinkRow, VisitNeedRow, VisitRow } from '.';
import { LinkPurge } from './link-purge';
import { handOverLinks } from './link.repository';

let t: TestApp;
let tree: Tree;
let she: CommitteeMember;
let phone: ReturnType<typeof phoneOf>;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  tree = await aTree(t);
  she = await aCommitteeMember(t, tree.village, '示例·郑春兰');
  phone = phoneOf(t, she);
});

const byCode = (linkCode: string, act = '') =>
  t.http.post<LinkOfHers & RefusalBody>(`/links/claim${act}`, { linkCode });
const rows = (table: new () => object, where: object) => t.dataSource.manager.countBy(table, where);

/** A linked woman with a visit, and all that is kept of her. */
async function aLinkedWoman(given: object = {}) {
  const link = aLink(she.gridId, { phone: '138 0000 0001', address: '榕树下', ...given });
  const visit = aVisit(link, { note: '茶喝了两杯', needs: [aNeed()] });
  await phone.sync(link, visit);
  return { link, visit };
}

const leaving = ({ id: linkId }: LinkMade) => ({
  type: 'link_left' as const,
  id: aLink('').id,
  linkId,
});
const againTo = (link: LinkMade): LinkMade => ({
  ...link,
  id: aLink('').id,
  linkCode: twentyDigits(),
});
const entryOf = ({ ledgerEntryId: id }: LinkMade) =>
  t.dataSource.manager.findOneBy(LedgerEntryRow, { id });

/** Another 执委 of the same grid, and the link that she may make. */
async function anotherOf(link: LinkMade) {
  const another = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
  const { app } = t;
  const grids = app.get(Grids);
  await app.get(UnitOfWork).run((tx) => grids.give(tx, another.accountId, [link.gridId]));
  return { phone: phoneOf(t, another), link: againTo(link) };
}

async function linkedByAnother(link: LinkMade) {
  const another = await anotherOf(link);
  expect(await another.phone.outcomes(another.link)).toEqual(['stored']);
  return another;
}

/** She takes the link of her card into her account. */
async function kept(linkCode: string) {
  const woman = await aPerson(t);
  await t.http.post('/links/claim/keep', { linkCode }, woman);
  return woman;
}

describe('with her card a woman', () => {
  it('sees who has her on the list and what is kept, with no account', async () => {
    const { link } = await aLinkedWoman();
    const typed = link.linkCode.replace(/(\d{4})/g, '$1 ');

    expect(await byCode(typed)).toMatchObject({
      status: 200,
      body: {
        id: link.id,
        federationName: '某村妇联',
        committeeMemberName: '示例·郑春兰',
        state: 'active',
        kept: '姓名、电话、住址、来过 1 次（每次的日子、方式、风险高低、您的需要、走访时记的话）',
      },
    });

    for (const field of ['children', 'health']) {
      const body = { field, text: '二孩', agreed: true, version: 1 };
      expect((await t.http.post(`/ledger/${link.ledgerEntryId}/fields`, body, she)).status).toBe(
        200,
      );
    }
    expect((await byCode(typed)).body.kept).toContain('住址、身体情况、孩子情况、来过');
  });

  it('ends it at once: the next look of the phone and of the grid loses her', async () => {
    const { link } = await aLinkedWoman();
    for (let again = 0; again < 2; again += 1)
      expect(await byCode(link.linkCode, '/end')).toMatchObject({
        status: 200,
        body: { state: 'ended' },
      });

    expect(await phone.women()).toEqual([]);
    expect((await t.http.get<Page<unknown>>('/ledger', she)).body.items).toEqual([]);
    const opened = { field: 'health' };
    const path = `/ledger/${link.ledgerEntryId}/openings`;
    expect((await t.http.post(path, opened, she)).status).toBe(404);
  });

  it.each(['', '/end'])('finds nothing with other digits%s', async (act) => {
    expect(await byCode(twentyDigits(), act)).toMatchObject({
      status: 404,
      body: { code: 'link_code_not_found' },
    });
    expect((await byCode('1234', act)).status).toBe(400);
  });

  it('takes it to her account, sees it there and ends it there; nobody else does', async () => {
    const { link } = await aLinkedWoman();
    const woman = await kept(link.linkCode);
    const other = await aPerson(t);
    const end = (who: typeof woman) => t.http.post<LinkOfHers>(`/me/links/${link.id}/end`, {}, who);

    expect((await end(other)).status).toBe(404);
    expect((await t.http.get<Page<LinkOfHers>>('/me/links', other)).body.items).toEqual([]);
    expect((await t.http.get<Page<LinkOfHers>>('/me/links', woman)).body.items).toMatchObject([
      { id: link.id, state: 'active' },
    ]);
    expect((await end(woman)).body.state).toBe('ended');
    expect(await phone.women()).toEqual([]);
  });
});

describe('what was kept of her', () => {
  const purge = () => t.app.get(LinkPurge).forget();

  it('is deleted the night after she ended the link; day and kind of the visits stay', async () => {
    const { link, visit } = await aLinkedWoman();
    const stays = await aLinkedWoman();
    await byCode(link.linkCode, '/end');

    await purge();

    expect(await rows(LedgerEntryRow, { id: link.ledgerEntryId })).toBe(0);
    expect(await rows(VisitNeedRow, { visitId: visit.id })).toBe(0);
    const { manager } = t.dataSource;
    expect(await manager.findOneBy(VisitRow, { id: visit.id })).toMatchObject({
      note: null,
      kind: 'home',
      visitDay: '2026-11-26',
    });
    expect(await manager.findOneBy(LinkRow, { id: link.id })).toMatchObject({
      ledgerEntryId: null,
      codeMark: null,
    });
    expect((await byCode(link.linkCode)).status).toBe(404);
    expect(await rows(LedgerEntryRow, { id: stays.link.ledgerEntryId })).toBe(1);
    expect(await phone.outcomes(visit, aVisit(link))).toEqual(['already', 'link_ended']);
  });

  it('stays for 180 days when the 执委 left, and while another one is linked to her', async () => {
    const { link } = await aLinkedWoman();
    const another = await linkedByAnother(link);
    await phone.sync(leaving(link));
    t.clock.pass({ days: 180 });
    await purge();
    expect(await rows(LedgerEntryRow, { id: link.ledgerEntryId })).toBe(1);
    t.clock.pass({ days: -180 });
    expect(await another.phone.women()).toHaveLength(1);

    await another.phone.sync(leaving(another.link));
    t.clock.pass({ days: 179 });
    await purge();
    expect(await rows(LedgerEntryRow, { id: link.ledgerEntryId })).toBe(1);
    t.clock.pass({ days: 1 });
    await purge();
    expect(await rows(LedgerEntryRow, { id: link.ledgerEntryId })).toBe(0);
    t.clock.pass({ days: -180 });
  });

  it('goes the night after she ended it, though another 执委 had left her before', async () => {
    const { link } = await aLinkedWoman();
    const another = await linkedByAnother(link);
    await another.phone.sync(leaving(another.link));
    await byCode(link.linkCode, '/end');

    await purge();

    expect(await rows(LedgerEntryRow, { id: link.ledgerEntryId })).toBe(0);
  });
});

describe('several links to one woman', () => {
  it('end all with any card of hers', async () => {
    const { link } = await aLinkedWoman();
    const another = await linkedByAnother(link);

    await byCode(link.linkCode, '/end');

    expect(await phone.women()).toEqual([]);
    expect(await another.phone.women()).toEqual([]);
    expect((await byCode(another.link.linkCode)).body.state).toBe('ended');
    expect((await t.http.get<Page<unknown>>('/ledger', she)).body.items).toEqual([]);
  });

  it('are never two of one 执委, unless she leaves the first', async () => {
    const { link } = await aLinkedWoman();
    const again = againTo(link);
    expect(await phone.outcomes(again)).toEqual(['already_linked']);
    const twice = againTo(link);
    expect(await phone.outcomes(leaving(link), twice)).toEqual(['stored', 'stored']);
    expect(await phone.women()).toMatchObject([{ id: twice.id }]);
  });

  it('that end at the same moment leave nothing open', async () => {
    for (let n = 0; n < 8; n += 1) {
      const { link } = await aLinkedWoman();
      const another = await linkedByAnother(link);
      await Promise.all([phone.sync(leaving(link)), another.phone.sync(leaving(another.link))]);
      expect((await entryOf(link))?.closedAt).toBeGreaterThan(0);
    }
  });

  it('are made and ended one after the other', async () => {
    for (let n = 0; n < 8; n += 1) {
      const { link } = await aLinkedWoman();
      const other = await anotherOf(link);
      const [[said]] = await Promise.all([
        other.phone.outcomes(other.link),
        byCode(link.linkCode, '/end'),
      ]);
      const active = await rows(LinkRow, { ledgerEntryId: link.ledgerEntryId, state: 'active' });
      expect([said, active]).toEqual([said === 'stored' ? 'stored' : 'id_taken', 0]);
    }
  });
});

describe('handing over', () => {
  const holdersAs = async (token: string, query = '') =>
    (await t.http.get<Page<LinkHolder>>(`/desk/link-holders${query}`, { token })).body;
  const handOver = (token: string, fromAccountId: string, toAccountId: string) =>
    t.http.post<{ handedOver: number } & RefusalBody>(
      '/desk/link-hand-overs',
      { fromAccountId, toAccountId },
      { token },
    );

  it('moves her links and the task to another 执委, and tells a woman with an account', async () => {
    const chair = await aPerson(t, [{ in: tree.village, kind: 'chair' }], '示例·洪美珠');
    const next = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }], '示例·新人');
    const { link } = await aLinkedWoman();
    await aLinkedWoman();
    const woman = await kept(link.linkCode);

    expect((await handOver(chair.token, she.accountId, next.accountId)).body.handedOver).toBe(2);

    expect(await phone.women()).toEqual([]);
    const nextPhone = phoneOf(t, next);
    // Visited that very day, but not by her.
    const handedOverOn = '2026-11-26';
    expect(await nextPhone.women()).toMatchObject([{ handedOverOn }, { handedOverOn }]);
    const { body } = await t.http.get<Inbox>('/me/notifications', woman);
    expect(body.items).toMatchObject([
      { kind: 'link_handed_over', aboutId: link.id, text: '以后由示例·新人和您联系。' },
    ]);
    expect((await t.http.get<Page<unknown>>('/ledger', next)).body.items).toHaveLength(2);
  });

  it('leaves alone a link that ended in between', async () => {
    const { accountId } = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
    const { link } = await aLinkedWoman();
    const { id } = link;
    const before = await t.dataSource.manager.findOneByOrFail(LinkRow, { id });
    await byCode(link.linkCode, '/end');

    const handed = { accountId, handedOverOn: '2026-11-26' };
    await t.app.get(UnitOfWork).run((tx) => handOverLinks(tx, [before], handed, []));

    const after = await t.dataSource.manager.findOneByOrFail(LinkRow, { id });
    expect(after).toMatchObject({ accountId: she.accountId, state: 'ended', handedOverOn: null });
  });

  it('is a task until somebody visited', async () => {
    const chair = await aPerson(t, [{ in: tree.village, kind: 'chair' }]);
    const next = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
    const link = aLink(she.gridId);
    await phone.sync(link, aVisit(link, { visitDay: '2026-11-01' }));
    await handOver(chair.token, she.accountId, next.accountId);

    const nextPhone = phoneOf(t, next);
    expect(await nextPhone.women()).toMatchObject([{ handedOverOn: '2026-11-26' }]);
    await nextPhone.sync(aVisit(link));
    expect(await nextPhone.women()).toMatchObject([{ handedOverOn: null }]);
  });

  it('keeps what the first one had done and not yet sent; leaving no longer ends it', async () => {
    const chair = await aPerson(t, [{ in: tree.village, kind: 'chair' }]);
    const next = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
    const { link } = await aLinkedWoman();
    await handOver(chair.token, she.accountId, next.accountId);

    const left = { type: 'link_left' as const, id: aLink('').id, linkId: link.id };
    expect(await phone.outcomes(aVisit(link), left)).toEqual(['stored', 'stored']);
    expect(await phoneOf(t, next).women()).toHaveLength(1);
  });

  it('is the end of what the first one reads and adds; what she did before is kept', async () => {
    const chair = await aPerson(t, [{ in: tree.village, kind: 'chair' }]);
    const next = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
    const { link } = await aLinkedWoman();
    expect(await phone.visits()).toHaveLength(1);
    await handOver(chair.token, she.accountId, next.accountId);

    const after = aVisit(link, { visitDay: '2026-11-27', followUpDay: '2026-12-24' });
    expect(await phone.outcomes(aVisit(link), after)).toEqual(['stored', 'link_handed_over']);
    const need = { kind: 'children', text: '放学没人接', risk: 'normal' } as const;
    const ticket = aTicketAsked({ ...after, needs: [aNeed()] }, { need });
    expect(await phone.outcomes(ticket)).toEqual(['stored']);
    const { claimCode } = ticket;
    const opened = await t.http.post<ClaimedTicket>('/case-tickets/claim', { claimCode });
    expect(opened.body).toMatchObject({ state: 'received', kind: 'children' });
    const stranger = phoneOf(t, await aCommitteeMember(t, tree.village));
    expect(await stranger.outcomes({ ...after, id: aVisit(link).id })).toEqual(['link_not_found']);
    expect(await phone.visits()).toEqual([]);
    expect(await phoneOf(t, next).women()).toMatchObject([
      { handedOverOn: '2026-11-26', followUpDay: null },
    ]);
  });

  it('brings back what she reads when the list comes back, and nothing of a link that ended', async () => {
    const chair = await aPerson(t, [{ in: tree.village, kind: 'chair' }]);
    const next = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
    const { link } = await aLinkedWoman();
    await handOver(chair.token, she.accountId, next.accountId);
    await handOver(chair.token, next.accountId, she.accountId);
    expect(await phone.visits()).toHaveLength(1);

    await byCode(link.linkCode, '/end');
    expect(await phone.visits()).toEqual([]);
  });

  it('is for staff of the branch, between people of the branch', async () => {
    const next = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
    const elsewhere = await aCommitteeMember(t, tree.otherTown);
    const [chair, otherChair, town] = [
      await aPerson(t, [{ in: tree.village, kind: 'chair' }]),
      await aPerson(t, [{ in: tree.otherTown, kind: 'chair' }]),
      await aPerson(t, [{ in: tree.town, kind: 'staff' }]),
    ];
    await aLinkedWoman();
    const refused = { status: 404, body: { code: 'link_holder_not_found' } };

    expect(await handOver(otherChair.token, she.accountId, elsewhere.accountId)).toMatchObject(
      refused,
    );
    expect(await handOver(chair.token, she.accountId, elsewhere.accountId)).toMatchObject(refused);
    expect(await handOver(chair.token, she.accountId, she.accountId)).toMatchObject(refused);
    expect((await handOver(she.token, she.accountId, next.accountId)).status).toBe(404);
    expect((await handOver(town.token, she.accountId, next.accountId)).body.handedOver).toBe(1);
  });

  it('lists by name whoever may visit there or still has a list, and no number beside any', async () => {
    const chair = await aPerson(t, [{ in: tree.village, kind: 'staff' }]);
    const gone = await aCommitteeMember(t, tree.village, '示例·赵甲');
    await phoneOf(t, gone).sync(aLink(gone.gridId), aLink(gone.gridId));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Accounts).endPost(tx, gone.postIds[0]!));
    await aPerson(t, [{ in: tree.village, kind: 'committee_member' }], '示例·李乙');
    await aCommitteeMember(t, tree.otherTown, '示例·别镇');
    await aLinkedWoman();

    const { items } = await holdersAs(chair.token);
    expect(items.map(({ name, hasLinks, isServing }) => [name, hasLinks, isServing])).toEqual([
      ['示例·李乙', false, true],
      ['示例·赵甲', true, false],
      ['示例·郑春兰', true, true],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/:\d/);
    const first = await holdersAs(chair.token, '?limit=2');
    const second = await holdersAs(chair.token, `?limit=2&after=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.next).toBeNull();
  });
});
