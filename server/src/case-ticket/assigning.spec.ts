import { startApp, type TestApp } from '../../test/app';
import { aTicket, claim, staff } from '../../test/case-tickets';
import { aPerson, type GivenPost } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:40+08:00');
  tree = await aTree(t);
});

const at = async (name: string, ...posts: GivenPost[]) => {
  const person = await aPerson(t, posts, `示例·${name}`);
  return { ...staff(t, person.token), ...person };
};
const inTown = (name = '林小梅') => at(name, { in: tree.town, kind: 'staff' });
const aTicketInTown = () => aTicket(t, { divisionCode: tree.codes.town });
const inboxOf = async ({ token }: { token: string }) =>
  (await t.http.get<{ items: { kind: string; aboutId: string }[] }>('/me/notifications', { token }))
    .body.items;

describe('a ticket', () => {
  it('is given to a colleague, who is told, and taken off her again', async () => {
    const [one, other] = [await inTown('林小梅'), await inTown('陈秀英')];
    const { id } = await aTicketInTown();

    const given = await one.act(id, 'assignee', { version: 1, accountId: other.accountId });

    expect(given.body).toMatchObject({ assigneeName: '示例·陈秀英', isMine: false, version: 2 });
    expect(given.body.events.at(-1)).toMatchObject({
      what: 'assigned',
      who: '示例·林小梅',
      about: '示例·陈秀英',
    });
    expect(await inboxOf(other)).toMatchObject([{ kind: 'ticket_waits', aboutId: id }]);
    expect((await other.list('?assigned=me')).body.items).toMatchObject([{ id, isMine: true }]);
    expect((await one.list('?assigned=me')).body.items).toEqual([]);

    await one.act(id, 'assignee', { version: 2, accountId: null });
    expect((await other.list('?assigned=me')).body.items).toEqual([]);
    expect((await other.list('?assigned=nobody')).body.items).toMatchObject([{ id }]);
    expect((await one.open(id)).body.events).toContainEqual(
      expect.objectContaining({ what: 'unassigned', about: '示例·陈秀英' }),
    );
  });

  it('is taken over with a reason, and whoever had it is told', async () => {
    const [one, other] = [await inTown('林小梅'), await inTown('陈秀英')];
    const { id } = await aTicketInTown();
    await one.act(id, 'assignee', { version: 1, accountId: one.accountId });

    const reason = '她这周请假';
    const { body } = await other.act(id, 'assignee', {
      version: 2,
      accountId: other.accountId,
      reason,
    });

    expect(body).toMatchObject({ assigneeName: '示例·陈秀英', isMine: true });
    expect(body.events.at(-1)).toMatchObject({ what: 'assigned', note: reason });
    expect(await inboxOf(one)).toMatchObject([{ kind: 'ticket_given_on', aboutId: id }]);
    expect(await inboxOf(other)).toEqual([]);
  });

  it('goes to nobody but those who see it by their post, at its desk or above', async () => {
    const one = await inTown();
    const above = await at('市里的', { in: tree.county, kind: 'vice_chair' });
    const below = await at('村里的', { in: tree.village, kind: 'staff' });
    const elsewhere = await at('邻镇的', { in: tree.otherTown, kind: 'chair' });
    const member = await at('执委', { in: tree.town, kind: 'committee_member' });
    const { id } = await aTicketInTown();

    const names = (await one.people(id)).map(({ name }) => name);
    expect(names.sort()).toEqual(['示例·市里的', '示例·林小梅'].sort());
    for (const { accountId } of [below, elsewhere, member]) {
      const refused = await one.act(id, 'assignee', { version: 1, accountId });
      expect(refused).toMatchObject({ status: 409, body: { code: 'case_ticket_not_for_her' } });
    }
    const { accountId } = above;
    expect((await one.act(id, 'assignee', { version: 1, accountId })).status).toBe(200);
  });

  it('says to whoever comes second who was quicker, and with what', async () => {
    const [one, other] = [await inTown('林小梅'), await inTown('陈秀英')];
    const { id } = await aTicketInTown();
    const { version } = (await other.open(id)).body;
    await one.move(id, 'accepted', undefined, { version });

    const second = await other.move(id, 'accepted', undefined, { version });

    expect(second).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect((await other.open(id)).body).toMatchObject({
      state: 'accepted',
      version: 2,
      lastMove: { who: '示例·林小梅', isMe: false, what: 'moved', to: 'accepted' },
    });
  });

  it.each([
    ['moved', 'moves', () => ({ to: 'accepted' })],
    ['given to somebody', 'assignee', (accountId: string) => ({ accountId })],
    ['redirected', 'redirection', () => ({ where: '县人社局', reason: '欠薪归它管' })],
  ])('is %s by one of four who try at once', async (_, act, body) => {
    const four = await Promise.all(['甲', '乙', '丙', '丁'].map(inTown));
    const { id } = await aTicketInTown();

    const answers = await Promise.all(
      four.map((one) => one.act(id, act, { version: 1, ...body(one.accountId) })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const codes = answers.filter(({ status }) => status === 409).map(({ body: { code } }) => code);
    expect(new Set(codes)).toEqual(new Set(['changed_meanwhile']));
    const { version, events } = (await four[0]!.open(id)).body;
    expect({ version, events: events.filter(({ what }) => what !== 'read').length }).toEqual({
      version: 2,
      events: 2,
    });
  });
});

describe('what is not for this federation', () => {
  it('is closed with where to go and why, which she reads with her code', async () => {
    const desk = await inTown();
    const asked = await aTicketInTown();
    const where = '南安市劳动人事争议仲裁委员会';

    const { body } = await desk.act(asked.id, 'redirection', {
      version: 1,
      where,
      reason: '欠薪要先去仲裁。',
    });

    expect(body).toMatchObject({ state: 'closed', outcome: 'redirected' });
    const { messages, state } = (await claim(t, asked)).body;
    expect(state).toBe('closed');
    expect(messages.at(-1)).toMatchObject({ from: 'federation' });
    for (const word of [where, '欠薪要先去仲裁。', '第二十三条', '不属于本会受理的范围'])
      expect(messages.at(-1)?.text).toContain(word);
    // It was never accepted, so art. 34 does not run.
    expect(body.deadlines.map(({ rule }) => rule)).toEqual(['petition_reply']);
    const again = await desk.act(asked.id, 'redirection', { version: 2, where, reason: '再说' });
    expect(again).toMatchObject({ status: 409, body: { code: 'case_ticket_wrong_state' } });
  });
});

describe('closing', () => {
  it('asks with what it is closed', async () => {
    const desk = await inTown();
    const { id } = await aTicketInTown();

    const refused = await desk.act(id, 'moves', { to: 'closed', version: 1 });

    const fields = { outcome: '选一个办理结果。' };
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad_input', fields } });
    expect((await desk.open(id)).body.state).toBe('received');
  });

  it('keeps with what it was closed each time; reopening leaves the day it is due', async () => {
    const desk = await inTown();
    const { id } = await aTicketInTown();
    await desk.move(id, 'accepted');
    const { dueDay } = (await desk.open(id)).body;
    await desk.move(id, 'closed', '说好了', { outcome: 'mediated' });
    t.clock.pass({ days: 20 });
    const again = await aPerson(t, [{ in: tree.town, kind: 'staff' }], '示例·林小梅');
    const later = staff(t, again.token);

    const reopened = (await later.move(id, 'accepted')).body;
    expect(reopened).toMatchObject({ dueDay, outcome: null });
    const closed = (await later.move(id, 'closed', undefined, { outcome: 'solved' })).body;

    expect(closed.outcome).toBe('solved');
    const outcomes = closed.events.flatMap(({ outcome }) => outcome ?? []);
    expect(outcomes).toEqual(['mediated', 'solved']);
  });
});

describe('a list narrowed', () => {
  it('by kind, by day and by one federation below shows just that', async () => {
    const desk = await at('市里的', { in: tree.county, kind: 'staff' });
    await inTown();
    await at('邻镇的', { in: tree.otherTown, kind: 'staff' });
    const old = await aTicket(t, { divisionCode: tree.codes.town, kind: 'hardship' });
    await desk.move(old.id, 'accepted');
    t.clock.pass({ days: 55 });
    const fresh = await aTicket(t, { divisionCode: tree.codes.otherTown });
    const ids = async (query: string) => {
      const later = await at('市里的', { in: tree.county, kind: 'staff' });
      return (await later.list(query)).body.items.map(({ id }) => id);
    };

    expect(await ids('?kind=hardship')).toEqual([old.id]);
    expect(await ids('?due=soon')).toEqual([old.id]);
    expect(await ids('?due=overdue')).toEqual([]);
    expect(await ids(`?federationId=${tree.otherTown.id}`)).toEqual([fresh.id]);
    expect(await ids(`?federationId=${tree.town.id}&due=soon&kind=hardship`)).toEqual([old.id]);
    t.clock.pass({ days: 6 });
    expect(await ids('?due=overdue&risk=normal')).toEqual([old.id]);
    expect(await ids('?due=overdue&risk=danger')).toEqual([]);
  });

  it('by a federation outside her branches shows nothing, as if it were not there', async () => {
    const desk = await inTown();
    await at('邻镇的', { in: tree.otherTown, kind: 'staff' });
    await aTicket(t, { divisionCode: tree.codes.otherTown });

    const outside = await desk.list(`?federationId=${tree.otherTown.id}`);
    const never = await desk.list(`?federationId=${'0'.repeat(26)}`);

    expect(outside).toMatchObject({ status: 200, body: { items: [], next: null } });
    expect(outside.body).toEqual(never.body);
  });
});
