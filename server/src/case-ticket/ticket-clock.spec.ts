import {
  type Escalation,
  type Inbox,
  type Page,
  type RefusalBody,
  type TicketDeadlines,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, claim, staff } from '../../test/case-tickets';
import { aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { Audit } from '../audit';
import { DeadlineEscalationRow, DeadlineRow, Deadlines } from '../deadline';
import { NotificationRow } from '../notification';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { CaseTicketScope } from './case-ticket-scope.entity';
import { ClockWatch } from './clock-watch.service';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let clerk: GivenPerson;
let chair: GivenPerson;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:00+08:00');
  await look();
  tree = await aTree(t);
  clerk = await aPerson(t, [{ in: tree.town, kind: 'staff' }], '示例·林小梅');
  chair = await aPerson(t, [{ in: tree.town, kind: 'chair' }], '示例·陈素琴');
});

const look = () => t.app.get(ClockWatch).look();
/** Sessions end while the days pass. */
const again = (kind: 'staff' | 'chair', place = tree.town) => aPerson(t, [{ in: place, kind }]);

const act = (who: GivenPerson, path: string, body: object = {}) =>
  t.http.post<TicketDeadlines & RefusalBody>(`/desk/case-tickets/${path}`, body, {
    token: who.token,
    headers: { 'idempotency-key': anIdempotencyKey() },
  });
const settlement = (id: string) => `${id}/deadlines/petition_settlement`;
const ask = (who: GivenPerson, id: string, days = 20) =>
  act(who, `${settlement(id)}/extension`, { days, reason: '要等鉴定结果' });
const decide = (who: GivenPerson, id: string, approve = true) =>
  act(who, `${settlement(id)}/extension/decision`, { approve });

const accepted = async () => {
  const ticket = await aTicket(t, { divisionCode: tree.codes.town });
  await staff(t, clerk.token).move(ticket.id, 'accepted');
  return ticket;
};
const closed = async (who: GivenPerson, id: string) => {
  await staff(t, who.token).write(id, '办好了');
  return staff(t, who.token).move(id, 'closed');
};
const clockOf = async (who: GivenPerson, id: string, rule: string) =>
  (await staff(t, who.token).open(id)).body.deadlines.find((one) => one.rule === rule);
const sortKeys = async (ticketId: string) => {
  const rows = await t.dataSource.manager.findBy(CaseTicketScope, { ticketId });
  const keys = new Set(rows.map(({ sortKey }) => sortKey));
  expect(keys.size).toBe(1);
  return [...keys][0]!;
};
const heard = async ({ accountId }: GivenPerson) => {
  const rows = await t.dataSource.manager.find(NotificationRow, {
    where: { accountId },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  return rows.map(({ kind }) => kind);
};
const escalated = async (who: GivenPerson) =>
  (await t.http.get<Page<Escalation>>('/desk/escalations', who)).body.items;

describe('an extension', () => {
  it('is asked by one and approved by another, and she reads why', async () => {
    const ticket = await accepted();
    const before = await sortKeys(ticket.id);

    const asked = await ask(clerk, ticket.id);
    expect(asked.status).toBe(201);
    expect(await heard(chair)).toEqual(['extension_asked']);
    expect(await clockOf(chair, ticket.id, 'petition_settlement')).toMatchObject({
      dueDay: '2027-01-25',
      mayDecide: true,
      extendableByDays: 0,
      extension: { state: 'asked', days: 20, askedByName: '示例·林小梅' },
    });
    expect((await decide(chair, ticket.id)).status).toBe(200);

    expect(await clockOf(clerk, ticket.id, 'petition_settlement')).toMatchObject({
      dueDay: '2027-02-14',
      counted: '从 2026年11月26日 起 60 个自然日，再延长 20 日',
      mayDecide: false,
      extension: { state: 'approved', decidedByName: '示例·陈素琴', originalDueDay: '2027-01-25' },
    });
    expect((await sortKeys(ticket.id)) - before).toBe(20 * 86_400_000);
    expect(await heard(clerk)).toEqual(['extension_decided']);
    const { messages } = (await claim(t, ticket)).body;
    expect(messages.at(-1)).toMatchObject({
      from: 'federation',
      text: '您这件事的办理期限延长到 2027年2月14日。原因：要等鉴定结果',
    });
    const { events } = (await staff(t, clerk.token).open(ticket.id)).body;
    expect(events.filter(({ what }) => what !== 'read').slice(-2)).toMatchObject([
      { what: 'extension_asked', who: '示例·林小梅', note: '要等鉴定结果' },
      { what: 'extension_approved', who: '示例·陈素琴' },
    ]);
    const acts = await t.app
      .get(Audit)
      .actsOn(t.dataSource.manager, { type: 'case_ticket', id: ticket.id }, [
        'ask_extension',
        'decide_extension',
      ]);
    expect(acts).toHaveLength(2);
  });

  it('is not approved by who asked, nor by who may not', async () => {
    const { id } = await accepted();
    const above = await again('chair', tree.county);
    await ask(chair, id);
    expect((await decide(chair, id)).body.code).toBe('extension_same_person');
    expect((await decide(clerk, id)).body.code).toBe('case_ticket_not_found');
    const elsewhere = await again('chair', tree.otherTown);
    expect((await decide(elsewhere, id)).body.code).toBe('case_ticket_not_found');
    expect((await decide(above, id)).status).toBe(200);
  });

  it('of a single head is decided by a colleague, as long as there is no other head', async () => {
    const { id } = await accepted();
    await ask(chair, id);
    const way = async (who: GivenPerson) =>
      (await clockOf(who, id, 'petition_settlement'))?.extension?.way;
    expect([await way(chair), await heard(clerk)]).toEqual(['colleague', ['extension_asked']]);
    expect((await clockOf(clerk, id, 'petition_settlement'))?.mayDecide).toBe(true);
    expect((await decide(await again('staff', tree.village), id)).status).toBe(404);

    const above = await again('chair', tree.county);
    expect([await way(chair), (await decide(clerk, id)).status]).toEqual(['head', 404]);
    expect((await decide(above, id)).status).toBe(200);
    expect(await way(chair)).toBeNull();
  });

  it('of a head who is alone says whom it waits for: a second person, who then decides', async () => {
    const head = await again('chair', tree.otherTown);
    const { id } = await aTicket(t, { divisionCode: tree.codes.otherTown });
    await staff(t, head.token).move(id, 'accepted');
    expect((await ask(head, id)).body.deadlines.at(-1)?.extension?.way).toBe('invite');

    const invited = await again('staff', tree.otherTown);

    expect((await decide(invited, id)).status).toBe(200);
  });

  it('of a chair who asks herself is shown to the one above', async () => {
    const above = await again('chair', tree.county);
    await ask(chair, (await accepted()).id);
    expect([await heard(above), await heard(chair)]).toEqual([['extension_asked'], []]);
  });

  it('says which version the ticket has then, so that she goes on where she is', async () => {
    const { id } = await accepted();

    const { version } = (await ask(clerk, id)).body;

    expect(version).toBe((await staff(t, clerk.token).open(id)).body.version);
    const moved = await act(clerk, `${id}/moves`, { to: 'closed', outcome: 'solved', version });
    expect(moved.status).toBe(200);
  });

  it('is asked once, by 30 days at most, in time', async () => {
    const { id } = await accepted();
    expect(await ask(clerk, id, 31)).toMatchObject({ status: 400, body: { code: 'bad_input' } });
    const answers = await Promise.all([1, 2, 3].map(() => ask(clerk, id, 30)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await decide(chair, id);
    expect((await ask(clerk, id, 5)).body.code).toBe('extension_asked_already');
    expect((await decide(chair, id)).body.code).toBe('extension_not_asked');
    const reply = await act(clerk, `${id}/deadlines/petition_reply/extension`, {
      days: 5,
      reason: '忙不过来',
    });
    expect(reply.body.code).toBe('deadline_not_extendable');

    const late = await accepted();
    t.clock.tell('2027-01-26T09:00:00+08:00');
    expect((await ask(await again('staff'), late.id)).body.code).toBe('deadline_over');
  });

  it('that was declined changes no day', async () => {
    const { id } = await accepted();
    await ask(clerk, id);
    await decide(chair, id, false);
    expect(await clockOf(clerk, id, 'petition_settlement')).toMatchObject({
      dueDay: '2027-01-25',
      extension: { state: 'declined' },
      extendableByDays: 30,
    });
  });

  it('stays when the ticket is closed and opened again', async () => {
    const { id } = await accepted();
    await ask(clerk, id);
    await decide(chair, id);
    await closed(clerk, id);
    await staff(t, clerk.token).move(id, 'accepted');
    expect((await staff(t, clerk.token).open(id)).body.dueDay).toBe('2027-02-14');
  });
});

describe('a clock that staff start', () => {
  const start = (id: string, body: object) => act(clerk, `${id}/deadlines`, body);
  const startedAt = '2026-11-26T08:30:00+08:00';

  it('counts hours from the minute, and is the nearest until it is met', async () => {
    const { id } = await accepted();
    const before = await sortKeys(id);

    const started = await start(id, { rule: 'protection_order', startedAt });
    expect(started.status).toBe(201);
    const rule = 'protection_order';
    expect(started.body.deadlines.find((one) => one.rule === rule)).toMatchObject({
      dueAt: '2026-11-29T08:30:00+08:00',
      counted: '从 11月26日 08:30 起 72 小时',
      mayMeet: true,
    });
    expect((await staff(t, clerk.token).list()).body.items[0]?.dueDay).toBe('2026-11-29');
    expect(await sortKeys(id)).toBeLessThan(before);

    expect((await act(clerk, `${id}/deadlines/${rule}/met`)).status).toBe(200);
    expect(await sortKeys(id)).toBe(before);
    expect((await act(clerk, `${id}/deadlines/${rule}/met`)).body.code).toBe(
      'deadline_not_running',
    );
  });

  it('begins once, not in the future, and with days of ours only where the law has none', async () => {
    const { id } = await accepted();
    const visit = 'warning_letter_visit';
    const later = '2026-11-26T09:01:00+08:00';
    for (const body of [
      { rule: 'mediation', startedAt: later },
      { rule: 'mediation', startedAt, days: 9 },
      { rule: visit, startedAt },
      { rule: 'petition_settlement', startedAt },
    ])
      expect((await start(id, body)).status).toBe(400);
    expect((await start(id, { rule: visit, startedAt, days: 30 })).status).toBe(201);
    expect((await start(id, { rule: visit, startedAt, days: 9 })).body.code).toBe(
      'deadline_started_already',
    );
    expect((await clockOf(clerk, id, visit))?.dueDay).toBe('2026-12-26');
  });

  it('outlives the closing: it is told of, begins and is met on what is closed', async () => {
    const { id } = await accepted();
    await start(id, { rule: 'protection_order_validity', startedAt });
    await closed(clerk, id);
    expect((await start(id, { rule: 'review_request', startedAt })).status).toBe(201);
    expect((await staff(t, clerk.token).open(id)).body.dueDay).toBe('2026-12-26');
    expect((await act(clerk, `${id}/deadlines/review_request/met`)).status).toBe(200);

    t.clock.tell('2027-04-27T09:00:00+08:00');
    await look();

    expect(await heard(clerk)).toEqual(['deadline_near']);
  });

  it('is not started on what she withdrew', async () => {
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    await claim(t, asked, 'withdraw');
    const head = await again('chair', tree.town);
    expect(
      (await act(head, `${asked.id}/deadlines`, { rule: 'mediation', startedAt })).status,
    ).toBe(409);
  });
});

describe('what nears its end', () => {
  it('is told before, told when it is late, and goes to the federation above, once each', async () => {
    const above = await again('staff', tree.county);
    const { id } = await accepted();
    const days = [
      '2027-01-17',
      '2027-01-18',
      '2027-01-25',
      '2027-01-26',
      '2027-01-29',
      '2027-03-01',
    ];
    const news: [string, number, number][] = [];
    for (const day of days) {
      t.clock.tell(`${day}T08:00:00+08:00`);
      await Promise.all([look(), look()]);
      await look();
      news.push([day, (await heard(clerk)).length, (await heard(above)).length]);
    }
    expect(news).toEqual([
      ['2027-01-17', 0, 0],
      ['2027-01-18', 1, 0],
      ['2027-01-25', 1, 0],
      ['2027-01-26', 2, 0],
      ['2027-01-29', 2, 1],
      ['2027-03-01', 2, 1],
    ]);
    expect(await heard(chair)).toEqual(['deadline_near', 'deadline_over']);

    const [now, below] = [await again('staff', tree.county), await again('staff')];
    expect(await escalated(now)).toMatchObject([
      { rule: 'petition_settlement', dueDay: '2027-01-25', ticket: { id } },
    ]);
    expect(await escalated(below)).toEqual([]);
    expect(await clockOf(below, id, 'petition_settlement')).toMatchObject({ told: 'escalated' });
    const { body } = await t.http.get<Inbox>('/me/notifications', now);
    expect(JSON.stringify(body)).not.toMatch(/求助|家暴|信访/);

    await closed(below, id);
    expect(await escalated(now)).toEqual([]);
    await staff(t, below.token).move(id, 'accepted', '她说还没有办完');
    expect(await escalated(now)).toHaveLength(1);
    await look();
    expect(await t.dataSource.manager.countBy(DeadlineEscalationRow, { subjectId: id })).toBe(1);
  });

  it('is caught up with after a stop, and nothing is told twice by a clock that is set back', async () => {
    await accepted();
    t.clock.tell('2027-05-01T12:00:00+08:00');
    await look();
    const after = ['deadline_over'];
    expect(await heard(clerk)).toEqual(after);
    for (const day of ['2026-12-01', '2027-01-20', '2027-06-01']) {
      t.clock.tell(`${day}T08:00:00+08:00`);
      await look();
    }
    expect(await heard(clerk)).toEqual(after);
  });

  it('is silent once it is closed, withdrawn or extended', async () => {
    const [done, withdrawn, extended] = [await accepted(), await accepted(), await accepted()];
    await closed(clerk, done.id);
    await claim(t, withdrawn, 'withdraw');
    await ask(clerk, extended.id);
    await decide(chair, extended.id);
    t.clock.tell('2027-02-06T12:00:00+08:00');
    await look();
    const about = await t.dataSource.manager.findBy(NotificationRow, {
      accountId: clerk.accountId,
    });
    expect(about.map(({ kind }) => kind)).toEqual(['extension_decided']);
  });

  it('of one ticket that fails does not hold up the others', async () => {
    const { id } = await accepted();
    await t.dataSource.query("UPDATE case_ticket SET federation_id = 'nowhere' WHERE id = ?", [id]);
    await accepted();
    t.clock.tell('2027-05-01T12:00:00+08:00');
    await look();
    expect(await heard(clerk)).toEqual(['deadline_over']);
  });

  it('that gets its day late puts the ticket where the day belongs, on every desk that sees it', async () => {
    t.clock.tell('2026-12-30T09:00:00+08:00');
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const rule = 'petition_objection';
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Deadlines).start(tx, id, rule, '2026-12-30'));
    const clock = { subjectId: id, rule } as const;
    const { manager } = t.dataSource;
    expect(await manager.findOneBy(DeadlineRow, clock)).toMatchObject({ dueDay: null });
    const before = await sortKeys(id);

    // As if a calendar with the year had come with a new version.
    await manager.update(DeadlineRow, clock, {
      startedAt: Date.parse('2026-02-13T09:00:00+08:00'),
    });
    t.clock.pass({ days: 2 });
    await look();

    expect(await sortKeys(id)).not.toBe(before);
    const places = await manager.findBy(CaseTicketScope, { ticketId: id });
    expect(places.map(({ dueDay }) => dueDay)).toEqual(['2026-02-27', '2026-02-27']);
  });
});
