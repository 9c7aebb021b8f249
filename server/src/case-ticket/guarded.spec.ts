import type { Closure, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aTicket, claim, staff, words } from '../../test/case-tickets';
import { brokenInvariants } from '../../test/faults/invariants';
import { aPerson, type GivenPost } from '../../test/given';
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

const at = async (name: string, ...posts: GivenPost[]) => {
  const person = await aPerson(t, posts, `示例·${name}`);
  const inbox = async () =>
    (await t.http.get<Page<{ aboutId: string }>>('/me/notifications', person)).body.items;
  return { ...staff(t, person.token), ...person, inbox };
};
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
