import type { AskedForHelp, CaseTicketState } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, claim, staff, words } from '../../test/case-tickets';
import { aPerson, type GivenPost } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { Audit } from '../audit';
import { CaseTicketMessage } from './case-ticket-message.entity';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:40+08:00');
  tree = await aTree(t);
});

/** Somebody at work, by the posts she holds. */
const at = async (...posts: GivenPost[]) => {
  const person = await aPerson(t, posts, '示例·林小梅');
  return { ...staff(t, person.token), ...person };
};
const inTown = () => at({ in: tree.town, kind: 'staff' });
const ids = async (desk: Awaited<ReturnType<typeof at>>, query?: string) =>
  (await desk.list(query)).body.items.map(({ id }) => id);

describe('the desk shows', () => {
  it('her own branch and nothing else', async () => {
    const [village, town, otherTown, county] = [
      await at({ in: tree.village, kind: 'chair' }),
      await inTown(),
      await at({ in: tree.otherTown, kind: 'staff' }),
      await at({ in: tree.county, kind: 'staff' }),
    ];
    const inVillage = await aTicket(t, { divisionCode: tree.codes.village });
    const there = await aTicket(t, { divisionCode: tree.codes.otherTown });

    expect(await ids(village)).toEqual([inVillage.id]);
    expect(await ids(town)).toEqual([inVillage.id]);
    expect(await ids(otherTown)).toEqual([there.id]);
    expect((await ids(county)).sort()).toEqual([inVillage.id, there.id].sort());
  });

  it('a ticket once to one who holds two posts on its way', async () => {
    const desk = await at({ in: tree.village, kind: 'chair' }, { in: tree.county, kind: 'staff' });
    const { id } = await aTicket(t, { divisionCode: tree.codes.village });
    expect(await ids(desk)).toEqual([id]);
  });

  it('nothing to an executive member, not even that there is a desk', async () => {
    const { list } = await at({ in: tree.town, kind: 'committee_member' });
    expect(await list()).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('every ticket once, page by page, in one order, over all her branches', async () => {
    const desk = await at(
      { in: tree.village, kind: 'chair' },
      { in: tree.otherTown, kind: 'staff' },
    );
    const asked: string[] = [];
    for (let n = 0; n < 13; n += 1) {
      t.clock.pass({ minutes: n % 3 });
      const divisionCode = n % 2 ? tree.codes.village : tree.codes.otherTown;
      const kind = n % 4 ? 'hardship' : 'domestic_violence';
      asked.push((await aTicket(t, { kind, divisionCode })).id);
    }

    const seen: { id: string; risk: string; receivedAt: string }[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await desk.list(`?limit=3${after && `&after=${after}`}`);
      seen.push(...body.items);
      after = body.next;
    }

    expect(seen.map(({ id }) => id).sort()).toEqual(asked.sort());
    const order = seen.map(({ risk, receivedAt }) => `${risk === 'high' ? 0 : 1} ${receivedAt}`);
    expect(order).toEqual([...order].sort());
  });

  it('what is asked for by state and by risk', async () => {
    const desk = await inTown();
    const divisionCode = tree.codes.town;
    const violence = await aTicket(t, { kind: 'domestic_violence', divisionCode });
    const ordinary = await aTicket(t, { divisionCode });
    await desk.move(violence.id, 'accepted');

    expect(await ids(desk, '?state=accepted')).toEqual([violence.id]);
    expect(await ids(desk, '?state=received&risk=high')).toEqual([]);
    expect(await ids(desk, '?risk=normal')).toEqual([ordinary.id]);
    expect((await desk.list('?state=lost')).status).toBe(400);
    expect((await desk.list('?after=x')).status).toBe(400);
  });

  it('times to the minute only, and the day on which a clock runs out', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    await desk.move(id, 'accepted');
    expect((await desk.list()).body.items[0]).toMatchObject({
      receivedAt: '2026-11-26T09:00:00+08:00',
      dueDay: '2027-01-25',
    });
  });
});

describe('a ticket on the desk', () => {
  it('is opened with everything, and the look is kept', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town, followUp: true });

    const { body } = await desk.open(id);

    expect(body).toMatchObject({
      id,
      state: 'received',
      followUp: true,
      mayMoveTo: ['accepted', 'closed'],
      mayAnswer: true,
      messages: [{ from: 'her', text: words, authorName: null }],
    });
    expect(body.events.at(-1)).toMatchObject({ what: 'read', who: '示例·林小梅' });
    const reads = await t.app.get(Audit).readsOf({ type: 'case_ticket', id });
    expect(reads.map(({ accountId }) => accountId)).toEqual([desk.accountId]);
  });

  it('shows only the last look of each person, and a look is no new version', async () => {
    const [desk, other] = [await inTown(), await at({ in: tree.county, kind: 'staff' })];
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    for (const reader of [desk, other, other]) await reader.open(id);
    t.clock.pass({ minutes: 5 });

    const { version, events } = (await desk.open(id)).body;

    expect(version).toBe(1);
    expect(events.map(({ what, at }) => [what, at])).toEqual([
      ['received', '2026-11-26T09:00:00+08:00'],
      ['read', '2026-11-26T09:00:00+08:00'],
      ['read', '2026-11-26T09:05:00+08:00'],
    ]);
    const log = await t.app.get(Audit).readsOf({ type: 'case_ticket', id });
    expect(log.map(({ accountId }) => accountId)).toEqual(
      [desk, other, other, desk].map(({ accountId }) => accountId),
    );
  });

  it('is not opened when the look cannot be kept', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const full = jest.spyOn(t.app.get(Audit), 'record').mockRejectedValue(new Error('disk full'));

    const { status, body } = await desk.open(id);
    full.mockRestore();

    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain(words.slice(0, 4));
    expect((await desk.open(id)).body.events.filter(({ what }) => what === 'read')).toHaveLength(1);
  });

  it('is not there for anyone outside its branch, whatever she tries', async () => {
    const { id } = await aTicket(t, { divisionCode: tree.codes.village });
    await at({ in: tree.village, kind: 'staff' });
    const outside = await at({ in: tree.otherTown, kind: 'chair' });

    for (const answer of [
      await outside.open(id),
      await outside.move(id, 'accepted'),
      await outside.write(id, '你好'),
      await outside.open('0'.repeat(26)),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'case_ticket_not_found' } });
    expect(await t.app.get(Audit).readsOf({ type: 'case_ticket', id })).toEqual([]);
  });

  it('is accepted, answered, closed and opened again, and keeps its days', async () => {
    const desk = await inTown();
    const ticket = await aTicket(t, { divisionCode: tree.codes.town });
    const [reply, settlement] = ['petition_reply', 'petition_settlement'];
    const clocks = async () =>
      (await desk.open(ticket.id)).body.deadlines.map(({ rule, dueDay, whyNot, metOn }) => ({
        rule,
        dueDay,
        whyNot,
        metOn,
      }));
    const nameless = { rule: reply, dueDay: null, whyNot: 'name_or_address_unknown' };
    const due = { rule: settlement, dueDay: '2027-01-25', whyNot: null };
    expect(await clocks()).toEqual([{ ...nameless, metOn: null }]);

    await desk.move(ticket.id, 'accepted', '转给小王');
    expect(await clocks()).toEqual([
      { ...nameless, metOn: null },
      { ...due, metOn: null },
    ]);

    t.clock.tell('2026-12-01T00:00:00+08:00');
    const again = await at({ in: tree.town, kind: 'staff' });
    await again.write(ticket.id, '在办了');
    await again.move(ticket.id, 'closed', '办好了');
    const read = await again.open(ticket.id);
    expect(read.body.deadlines[1]).toMatchObject({ ...due, metOn: '2026-12-01' });
    expect(read.body.dueDay).toBeNull();
    expect(read.body.events.map(({ note }) => note).filter(Boolean)).toEqual([
      '转给小王',
      '办好了',
    ]);

    await again.move(ticket.id, 'accepted', '她说还没有解决');
    const reopened = await again.open(ticket.id);
    expect(reopened.body.deadlines[1]).toMatchObject({ ...due, metOn: null });
    expect(reopened.body.dueDay).toBe('2027-01-25');
  });

  it('closed without a word to her has not met its clocks; opened, answered and closed it has', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const open = async () =>
      (await desk.open(id)).body.deadlines.flatMap(({ rule, metOn }) => (metOn ? [] : [rule]));

    await desk.move(id, 'closed', '打不通电话', { outcome: 'not_reached' });
    expect(await open()).toEqual(['petition_reply']);
    await desk.move(id, 'accepted', '她又来了');
    await desk.write(id, '打电话没有人接', true);
    await desk.move(id, 'closed');
    expect(await open()).toEqual(['petition_reply', 'petition_settlement']);
    expect((await desk.open(id)).body).toMatchObject({ state: 'closed', dueDay: '2027-01-25' });

    await desk.move(id, 'accepted', '她还没有收到答复');
    await desk.write(id, '已经替您申请了法律援助');
    await desk.move(id, 'closed');
    expect(await open()).toEqual(['petition_reply']);
    expect((await desk.open(id)).body.dueDay).toBeNull();
  });

  it('names the article of each clock, and why one does not run', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    await desk.write(id, '收到');
    expect((await desk.open(id)).body.deadlines.map(({ article }) => article)).toEqual([
      '信访工作条例第二十三条',
      '信访工作条例第三十四条',
    ]);
  });

  it('moved by two at once is moved by one, and the other is told', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });

    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.move(id, 'accepted')));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('case_ticket_wrong_state');
    const { events } = (await desk.open(id)).body;
    expect(events.filter(({ what }) => what === 'moved')).toHaveLength(1);
  });

  it.each<[CaseTicketState, string]>([
    ['closed', 'closed'],
    ['accepted', 'accepted'],
  ])('that is %s is not moved there again', async (state, to) => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    await desk.move(id, state);
    expect((await desk.move(id, to)).status).toBe(409);
    expect((await desk.move(id, 'withdrawn')).status).toBe(400);
  });

  it('is answered once, however often the answer is sent', async () => {
    const desk = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const headers = { 'idempotency-key': anIdempotencyKey() };
    const send = (text: string) =>
      t.http.post(`/desk/case-tickets/${id}/messages`, { text }, { token: desk.token, headers });

    const [first, again] = [await send('我们在'), await send('我们在')];

    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await t.dataSource.manager.countBy(CaseTicketMessage, { ticketId: id })).toBe(2);
    expect((await send('别的')).status).toBe(422);
  });
});

describe('what she has withdrawn', () => {
  const withdrawn = async (): Promise<AskedForHelp> => {
    const ticket = await aTicket(t, { divisionCode: tree.codes.village });
    await claim(t, ticket, 'withdraw');
    return ticket;
  };

  it('is closed to all but the chair of its desk and those above', async () => {
    const staffThere = await at({ in: tree.village, kind: 'staff' });
    const chairThere = await at({ in: tree.village, kind: 'chair' });
    const chairAbove = await at({ in: tree.county, kind: 'chair' });
    const staffAbove = await at({ in: tree.county, kind: 'staff' });
    const { id } = await withdrawn();

    for (const desk of [staffThere, staffAbove]) {
      expect(await ids(desk)).toEqual([]);
      expect(await ids(desk, '?state=withdrawn')).toEqual([]);
      expect((await desk.open(id)).status).toBe(404);
      expect((await desk.write(id, '为什么')).status).toBe(404);
    }
    for (const desk of [chairThere, chairAbove]) {
      expect(await ids(desk)).toEqual([id]);
      const { body } = await desk.open(id);
      expect(body).toMatchObject({ sealed: true, mayAnswer: false, mayMoveTo: [] });
      expect((await desk.write(id, '为什么')).body.code).toBe('case_ticket_sealed');
    }
  });

  it('is closed to the chair of a village who is staff in the county, but in her village', async () => {
    const desk = await at({ in: tree.village, kind: 'chair' }, { in: tree.county, kind: 'staff' });
    const { id } = await withdrawn();
    const elsewhere = await aTicket(t, { divisionCode: tree.codes.otherTown });
    await claim(t, elsewhere, 'withdraw');

    expect(await ids(desk)).toEqual([id]);
    expect((await desk.open(id)).status).toBe(200);
    expect((await desk.open(elsewhere.id)).status).toBe(404);
  });
});
