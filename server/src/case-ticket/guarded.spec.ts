import type { Closure, RefusalBody, WhoSees } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aDesk, aTicket, claim, words } from '../../test/case-tickets';
import { brokenInvariants } from '../../test/faults/invariants';
import type { GivenPost } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { AuditEntryRow } from '../audit';

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
const inTown = (name = '林小梅', kind: GivenPost['kind'] = 'staff') =>
  at(name, { in: tree.town, kind });
const ofAChild = () => aTicket(t, { divisionCode: tree.codes.town, kind: 'children' });
const locked = { locked: true, messages: [], safeContact: null, mayAnswer: false };
const unlock = async (by: Desk, { accountId }: Desk, id: string, approve = true) =>
  by.act(id, 'unlock/decision', { accountId, approve });

describe('what concerns a minor', () => {
  it('opens to nobody before a second person let her read, everything else of it does', async () => {
    const [desk, head] = [await inTown(), await inTown('陈秀英', 'chair')];
    const asked = await ofAChild();
    await claim(t, asked, 'safe-contact', { contact: { way: 'call', phone: '0595-00000001' } });

    for (const one of [desk, head]) {
      const { body } = await one.open(asked.id);
      expect(body).toMatchObject({ ...locked, kind: 'children', state: 'received' });
      expect(JSON.stringify(body)).not.toContain(words.slice(0, 4));
    }
    const [row] = (await desk.list()).body.items;
    expect(row).toMatchObject({ id: asked.id, locked: true });
    expect(await desk.write(asked.id, '您好')).toMatchObject({
      status: 409,
      body: { code: 'case_ticket_locked' },
    });
    expect((await desk.move(asked.id, 'accepted')).status).toBe(200);
  });

  it('opens to her who was let read, with the reason at every look, and to no other', async () => {
    const [desk, other, head] = [await inTown(), await inTown('乙'), await inTown('丙', 'chair')];
    const { id } = await ofAChild();
    await desk.act(id, 'unlock', { reason: '我是本案经办人' });
    expect(await head.inbox()).toMatchObject([{ aboutId: id }]);
    expect((await head.open(id)).body.unlockRequests).toMatchObject([
      { accountId: desk.accountId, name: '示例·林小梅', reason: '我是本案经办人' },
    ]);

    expect((await unlock(head, desk, id)).body).toMatchObject(locked);

    const { body } = await desk.open(id);
    expect(body).toMatchObject({ locked: false, messages: [{ text: words }] });
    expect((await desk.open(id)).body.events.filter(({ what }) => what === 'read')).toContainEqual(
      expect.objectContaining({ who: '示例·林小梅', note: '我是本案经办人' }),
    );
    expect((await other.open(id)).body).toMatchObject(locked);
    const looks = await t.dataSource.manager.countBy(AuditEntryRow, {
      action: 'case_ticket_unlock.read',
      accountId: desk.accountId,
    });
    expect(looks).toBe(2);
  });

  it('is never opened by her who asks, nor by anybody but the head of its desk or above', async () => {
    const [head, deputy] = [await inTown('丙', 'chair'), await inTown('丁', 'vice_chair')];
    const [village, county] = [
      await at('村里的', { in: tree.village, kind: 'chair' }),
      await at('市里的', { in: tree.county, kind: 'chair' }),
    ];
    const { id } = await ofAChild();
    await head.act(id, 'unlock', { reason: '我要看一下' });

    expect(await unlock(head, head, id)).toMatchObject({ body: { code: 'unlock_same_person' } });
    expect((await unlock(deputy, head, id)).status).toBe(404);
    expect((await unlock(village, head, id)).status).toBe(404);
    expect(await county.inbox()).toMatchObject([{ aboutId: id }]);
    expect((await unlock(county, head, id, false)).status).toBe(200);
    expect((await head.open(id)).body).toMatchObject(locked);
    await head.act(id, 'unlock', { reason: '再申请一次，写清楚了' });
    await unlock(county, head, id);
    expect((await head.open(id)).body.locked).toBe(false);
  });

  it('is opened by a colleague where there is no other head, not before and not to herself', async () => {
    const [head, desk] = [await inTown('丙', 'chair'), await inTown('乙')];
    const [village, elsewhere] = [
      await at('村里的', { in: tree.village, kind: 'staff' }),
      await at('邻镇的', { in: tree.otherTown, kind: 'staff' }),
    ];
    const { id } = await ofAChild();
    await desk.act(id, 'unlock', { reason: '我是本案经办人' });
    expect((await desk.open(id)).body).toMatchObject({ unlockAsked: true, unlockWay: 'head' });

    const { body } = await head.act(id, 'unlock', { reason: '只有我一个主席' });

    expect(body).toMatchObject({ unlockWay: 'colleague' });
    expect(await desk.inbox()).toMatchObject([{ aboutId: id }]);
    expect((await desk.open(id)).body.unlockRequests).toMatchObject([{ name: '示例·丙' }]);
    expect((await unlock(head, head, id)).body.code).toBe('unlock_same_person');
    for (const one of [village, elsewhere]) expect((await unlock(one, head, id)).status).toBe(404);
    expect((await unlock(desk, head, id)).status).toBe(200);
    expect((await head.open(id)).body).toMatchObject({ locked: false, unlockWay: null });
    expect((await desk.open(id)).body.locked).toBe(true);
  });

  it('is left to the head again as soon as there is another one', async () => {
    const [head, desk] = [await inTown('丙', 'chair'), await inTown('乙')];
    const { id } = await ofAChild();
    await head.act(id, 'unlock', { reason: '只有我一个主席' });
    const county = await at('市里的', { in: tree.county, kind: 'chair' });

    expect((await desk.open(id)).body.unlockRequests).toEqual([]);
    expect((await unlock(desk, head, id)).status).toBe(404);
    expect((await unlock(county, head, id)).status).toBe(200);
  });

  it('waits for a second person where there is none, says so, and opens once there is', async () => {
    const head = await inTown('丙', 'chair');
    const { id } = await ofAChild();
    const { body } = await head.act(id, 'unlock', { reason: '这里只有我一个人' });
    expect(body).toMatchObject({ ...locked, unlockWay: 'invite' });

    const invited = await inTown('新来的');

    expect((await unlock(invited, head, id)).status).toBe(200);
    expect((await head.open(id)).body.locked).toBe(false);
  });

  it('without a head and a colleague waits for somebody to join her; who is barred does not count', async () => {
    const [desk, other] = [await inTown(), await inTown('乙')];
    const { id } = await ofAChild();
    expect((await desk.open(id)).body.unlockWay).toBe('colleague');

    await other.act(id, 'recusal', { reason: '是我表姐' });

    expect((await desk.open(id)).body.unlockWay).toBe('be_joined');
  });

  it('is marked by staff, and from then on locked to her too', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const { version, messages } = (await desk.open(id)).body;
    expect(messages).toHaveLength(1);

    const marked = await desk.act(id, 'minor', { version });

    expect(marked.body).toMatchObject({ ...locked, concernsMinor: true });
  });

  it('is decided once when two decide at once', async () => {
    const heads = [await inTown('甲', 'chair'), await at('乙', { in: tree.county, kind: 'chair' })];
    const desk = await inTown();
    const { id } = await ofAChild();
    await desk.act(id, 'unlock', { reason: '我是本案经办人' });

    const answers = await Promise.all(heads.map((head) => unlock(head, desk, id)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

/** Everything of the desk that could tell her of a ticket. */
async function seenBy(desk: Desk, id: string): Promise<string[]> {
  const paths = [
    '/desk/case-tickets',
    '/desk/case-tickets?kind=hardship',
    '/desk/case-tickets?assigned=me',
    '/desk/case-tickets?assigned=nobody',
    '/desk/case-tickets?due=soon',
    '/desk/case-tickets?due=overdue',
    '/desk/escalations',
    '/desk/hand-overs',
    '/desk/approvals?list=waiting',
    '/desk/approvals?list=asked_by_me',
    '/desk/approvals?list=decided_by_me',
    '/desk/figures/closure/case-tickets?fromDay=2026-01-01&toDay=2027-12-31&closed=false',
    '/me/notifications',
  ];
  const seen: string[] = [];
  for (const path of paths) {
    const { status, body } = await t.http.get(path, desk);
    if (status !== 200) throw new Error(path);
    if (JSON.stringify(body).includes(id)) seen.push(path);
  }
  return seen;
}
const her = ({ claimCode }: { claimCode: string }, way: string, given: object = {}) =>
  t.http.post<WhoSees & RefusalBody>(`/case-tickets/claim/${way}`, { claimCode, ...given });
const bars = (asked: { claimCode: string }, { accountId }: Desk, barred = true) =>
  her(asked, 'bars', { accountId, barred });
const seen = ({ people }: WhoSees, { accountId }: Desk) =>
  people.find((person) => person.accountId === accountId);
const closure = async (desk: Desk) =>
  (await t.http.get<Closure>('/desk/figures/closure?fromDay=2026-01-01&toDay=2027-12-31', desk))
    .body.due;

describe('to whom a ticket is not there any more', () => {
  it('is she who declares it: gone from lists, counts, filters and her inbox, 404 at every act', async () => {
    const [desk, other] = [await inTown(), await inTown('乙')];
    const asked = await aTicket(t, { divisionCode: tree.codes.town, kind: 'hardship' });
    const { id } = asked;
    await other.move(id, 'accepted');
    await other.act(id, 'assignee', { version: 2, accountId: desk.accountId });
    expect(await seenBy(desk, id)).toContain('/me/notifications');
    expect(await closure(desk)).toBe(1);

    const { body } = await desk.act(id, 'recusal', { reason: '对方是我表哥' });

    expect(body).toEqual({ recused: true });
    expect(await seenBy(desk, id)).toEqual([]);
    expect(await closure(desk)).toBe(0);
    expect(await closure(other)).toBe(1);
    const acts: [string, object][] = [
      ['moves', { to: 'accepted' }],
      ['messages', { text: '您好' }],
      ['assignee', { version: 4, accountId: null }],
      ['redirection', { version: 4, where: '别处', reason: '不是这里' }],
      ['hand-over', { version: 4, federationId: tree.county.id, reason: '给你们' }],
      ['minor', { version: 4 }],
      ['unlock', { reason: '想看' }],
      ['recusal', { reason: '再说一次' }],
      ['deadlines', { rule: 'legal_aid_decision', startedAt: '2026-11-20T09:00:00+08:00' }],
    ];
    for (const [act, given] of acts)
      expect([act, (await desk.act(id, act, given)).status]).toEqual([act, 404]);
    expect((await desk.open(id)).status).toBe(404);
    expect((await other.open(id)).body).toMatchObject({ assigneeName: null });
    expect((await other.people(id)).map(({ name }) => name)).not.toContain('示例·林小梅');
    expect(
      (await other.act(id, 'assignee', { version: 4, accountId: desk.accountId })).body,
    ).toMatchObject({ code: 'case_ticket_not_for_her' });
  });

  it('is whom the head names, and the head herself whom the one above names; it can be lifted', async () => {
    const [desk, head] = [await inTown(), await inTown('丙', 'chair')];
    const county = await at('市里的', { in: tree.county, kind: 'chair' });
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const bar = (by: Desk, { accountId }: Desk, act = 'bars') =>
      by.act(id, act, { accountId, reason: '是当事人的亲属' });

    expect((await bar(head, county)).body).toMatchObject({ code: 'case_ticket_not_for_her' });
    expect((await bar(head, head)).body).toMatchObject({ code: 'case_ticket_not_for_her' });
    expect((await bar(desk, head)).status).toBe(404);
    expect((await bar(head, desk)).status).toBe(200);
    expect((await desk.open(id)).status).toBe(404);
    expect((await bar(county, head)).status).toBe(200);
    expect((await head.open(id)).status).toBe(404);
    expect(await seenBy(head, id)).toEqual([]);

    expect((await bar(county, desk, 'bars/lift')).status).toBe(200);
    expect((await desk.open(id)).body.events.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['barred', 'bar_lifted']),
    );
  });

  it('is whom she asks for: the head reads whom; of the head only those above do', async () => {
    const [desk, head] = [await inTown(), await inTown('丙', 'chair')];
    const county = await at('市里的', { in: tree.county, kind: 'chair' });
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    const ask = (who: string, isHead: boolean) =>
      t.http.post('/case-tickets/claim/bar-request', {
        claimCode: asked.claimCode,
        who,
        isHead,
      });
    expect((await ask('镇妇联的小林', false)).status).toBe(201);
    expect((await ask('镇妇联主席', true)).status).toBe(201);

    const notes = async (one: Desk) =>
      (await one.open(asked.id)).body.events.flatMap(({ note }) => note ?? []);
    expect(await notes(desk)).toEqual([]);
    expect(await notes(head)).toEqual(['镇妇联的小林']);
    expect(await notes(county)).toEqual(['镇妇联的小林', '镇妇联主席']);
    expect((await head.open(asked.id)).body.lastMove.what).toBe('bar_asked');
    expect(await desk.inbox()).toEqual([]);
    expect(await head.inbox()).toHaveLength(1);
    expect(await county.inbox()).toHaveLength(1);
  });

  it('is whom the woman picks, at once: colleagues read that there is a bar, only heads read whom', async () => {
    const [desk, other, head] = [await inTown(), await inTown('乙'), await inTown('丙', 'chair')];
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    const { id } = asked;
    await other.move(id, 'accepted');
    await other.act(id, 'assignee', { version: 2, accountId: desk.accountId });
    const { people } = (await her(asked, 'people')).body;
    expect(people).toContainEqual({
      ...{ accountId: desk.accountId, name: '示例·林小梅', postKind: 'staff' },
      ...{ federationName: '某镇妇联', isBarred: false, mayChange: true },
    });

    const { body } = await bars(asked, desk);

    expect(seen(body, desk)).toMatchObject({ isBarred: true, mayChange: true });
    expect((await desk.open(id)).status).toBe(404);
    expect(await seenBy(desk, id)).toEqual([]);
    expect((await other.open(id)).body).toMatchObject({
      assigneeName: null,
      lastMove: { what: 'barred_by_her', who: null },
    });
    const about = async (one: Desk) =>
      (await one.open(id)).body.events.find(({ what }) => what === 'barred_by_her')?.about;
    expect([await about(other), await about(head)]).toEqual([null, '示例·林小梅']);
    expect(await head.inbox()).toHaveLength(1);
    const lifted = await head.act(id, 'bars/lift', { accountId: desk.accountId, reason: '不必' });
    expect(lifted.body.code).toBe('case_ticket_not_for_her');

    await bars(asked, desk, false);

    expect((await desk.open(id)).status).toBe(200);
  });

  it('is nobody more by a second tap, never the last who can help her, never back in whom staff barred', async () => {
    const [desk, head] = [await inTown(), await inTown('丙', 'chair')];
    const stranger = await at('邻镇的', { in: tree.otherTown, kind: 'staff' });
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    await desk.act(asked.id, 'recusal', { reason: '是我表哥' });

    expect((await bars(asked, desk, false)).body.code).toBe('case_ticket_not_for_her');
    expect((await bars(asked, stranger)).body.code).toBe('case_ticket_not_for_her');
    expect((await bars(asked, head)).body.code).toBe('bar_leaves_nobody');
    await inTown('丁', 'vice_chair');
    const both = await Promise.all([bars(asked, head), bars(asked, head)]);
    expect(both.map(({ status }) => status)).toContain(200);
    expect(seen((await bars(asked, head)).body, head)?.isBarred).toBe(true);
    await claim(t, asked, 'withdraw');
    expect((await bars(asked, head, false)).body.code).toBe('case_ticket_sealed');
  });

  it('is whom she wrote down until she takes that back, which the same people read', async () => {
    const [desk, head] = [await inTown(), await inTown('丙', 'chair')];
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    await her(asked, 'bar-request', { who: '姓林的那位', isHead: false });
    const { requests } = (await her(asked, 'people')).body;
    expect(requests).toMatchObject([{ who: '姓林的那位' }]);

    const requestId = requests[0]!.id;
    const { body } = await her(asked, 'bar-request/withdrawal', { requestId });

    expect(body.requests).toEqual([]);
    const whats = async (one: Desk) =>
      (await one.open(asked.id)).body.events.map(({ what }) => what);
    expect(await whats(head)).toContain('bar_unasked');
    expect(await whats(desk)).not.toContain('bar_unasked');
    expect((await her(asked, 'bar-request/withdrawal', { requestId })).body.code).toBe(
      'bar_request_not_found',
    );
  });

  it('is nobody above her who asks, also when that one helps out below', async () => {
    const head = await inTown('丙', 'chair');
    const above = await at(
      '市里的',
      { in: tree.county, kind: 'chair' },
      { in: tree.town, kind: 'staff' },
    );
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });

    const body = { accountId: above.accountId, reason: '不让她看' };
    expect((await head.act(id, 'bars', body)).body).toMatchObject({
      code: 'case_ticket_not_for_her',
    });

    expect((await above.open(id)).status).toBe(200);
  });

  it('is not read by the head whom it is about when the ticket goes down to another desk', async () => {
    const [county, village] = [
      await at('市里的', { in: tree.county, kind: 'chair' }),
      await at('村里的', { in: tree.village, kind: 'chair' }),
    ];
    const head = await inTown('丙', 'chair');
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    const { claimCode } = asked;
    const body = { claimCode, who: '镇妇联主席', isHead: true };
    await t.http.post('/case-tickets/claim/bar-request', body);
    const offer = { version: 2, federationId: tree.village.id, reason: '她住在村里' };
    expect((await head.act(asked.id, 'hand-over', offer)).status).toBe(200);
    const decision = { version: 3, accept: true };
    await t.http.post(`/desk/hand-overs/${asked.id}/decision`, decision, village);

    const notes = async (one: Desk) =>
      (await one.open(asked.id)).body.events.flatMap(({ note }) => note ?? []);
    expect(await notes(head)).not.toContain('镇妇联主席');
    expect(await notes(village)).not.toContain('镇妇联主席');
    expect(await notes(county)).toContain('镇妇联主席');
  });

  it('is she for whom it was waiting: a clock tells those above when nobody at the desk may know', async () => {
    const desk = await inTown();
    const county = await at('市里的', { in: tree.county, kind: 'staff' });
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    await county.move(id, 'accepted');
    await desk.act(id, 'recusal', { reason: '是我弟媳' });

    const { ClockWatch } = await import('./clock-watch.service');
    t.clock.pass({ days: 54 });
    await t.app.get(ClockWatch).look();

    const told = await t.dataSource.query<{ account_id: string }[]>(
      `SELECT account_id FROM notification WHERE about_id = '${id}'`,
    );
    expect(told.map((row) => row.account_id)).toEqual([county.accountId]);
  });
});
