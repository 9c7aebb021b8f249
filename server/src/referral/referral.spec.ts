import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, claim, staff } from '../../test/case-tickets';
import { aPerson } from '../../test/given';
import { slips } from '../../test/referrals';
import { aTree, type Tree } from '../../test/trees';
import { AuditEntryRow } from '../audit';
import { Shredding } from '../case-ticket';
import { ReferralRow } from '.';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let token: string;
let desk: ReturnType<typeof slips>;
type Place = 'county' | 'town' | 'otherTown';
/** Somebody who has just signed in: a session does not last for weeks. */
const deskOf = async (place: Place, kind: 'staff' | 'chair' = 'staff') =>
  slips(t, (await aPerson(t, [{ in: tree[place], kind }])).token);
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:00+08:00');
  tree = await aTree(t);
  ({ token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }], '示例·李月娥'));
  desk = slips(t, token);
});

const asked = () => aTicket(t, { divisionCode: tree.codes.town, text: '他把门锁换了' });
const handOver = async (id: string) => {
  const there = await aPerson(t, [{ in: tree.otherTown, kind: 'staff' }]);
  const { version } = (await staff(t, token).open(id)).body;
  const offer = { version, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
  await staff(t, token).act(id, 'hand-over', offer);
  const decide = { version: version + 1, accept: true };
  await t.http.post(`/desk/hand-overs/${id}/decision`, decide, there);
};
const says = async (claimed: { claimCode: string }) =>
  (await claim(t, claimed)).body.messages.map(({ text }) => text);

describe('a referral slip', () => {
  it('goes out with what was chosen and nothing else, and she reads to whom and what', async () => {
    const ticket = await asked();

    const { status, body } = await desk.send(ticket.id);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'sent',
      recipientName: '某县人民法院',
      handedOn: [
        { what: 'name', text: '林某' },
        { what: 'phone', text: '13800000000' },
      ],
      article: '个人信息保护法第二十三条',
      sentBy: '示例·李月娥',
      dueDay: '2026-12-11',
      mayMoveTo: ['received', 'answered', 'returned'],
    });
    expect(JSON.stringify(body)).not.toContain('他把门锁换了');
    expect((await desk.of(ticket.id)).body.referrals).toMatchObject([{ id: body.id }]);
    expect(await says(ticket)).toEqual([
      '他把门锁换了',
      '我们把您的事转给了某县人民法院（法院）。转过去的只有：姓名或称呼、联系电话。',
    ]);
    const { events } = (await staff(t, token).open(ticket.id)).body;
    expect(events).toContainEqual(
      expect.objectContaining({ what: 'referral_sent', note: '某县人民法院（法院）' }),
    );
  });

  it('goes out once, however often it is sent with one key', async () => {
    const { id } = await asked();
    const key = anIdempotencyKey();

    const [first, again] = [await desk.send(id, {}, key), await desk.send(id, {}, key)];

    expect(again.body).toEqual(first.body);
    expect((await desk.of(id)).body.referrals).toHaveLength(1);
  });

  it('wants her consent to this recipient with its time and way, or the article and the reason', async () => {
    const { id } = await asked();
    const faults = async (consent: object) =>
      Object.keys((await desk.send(id, { consent: consent as never })).body.fields ?? {});

    expect(await faults({ ground: 'consent' })).toEqual(['consent.agreedAt', 'consent.agreedHow']);
    const later = { agreedAt: '2026-11-27T09:00:00+08:00', agreedHow: 'by_phone' };
    expect(await faults({ ground: 'consent', ...later })).toEqual(['consent.agreedAt']);
    expect(await faults({ ground: 'emergency' })).toEqual(['consent.reason']);
    expect((await desk.of(id)).body.referrals).toEqual([]);

    const consent = { ground: 'emergency', reason: '她被打伤，说不出话' } as const;
    const { body } = await desk.send(id, { recipient: 'police', consent });
    expect(body).toMatchObject({ article: '个人信息保护法第十三条第一款第四项', consent });
  });

  it('takes each thing to hand on once, and at least one', async () => {
    const { id } = await asked();
    const name = { what: 'name', text: '林某' } as const;
    for (const handedOn of [[], [name, name]])
      expect((await desk.send(id, { handedOn })).body.code).toBe('bad_input');
  });

  it('is received and answered, or returned with a reason; nothing follows after that', async () => {
    const ticket = await asked();
    const [one, other] = [(await desk.send(ticket.id)).body, (await desk.send(ticket.id)).body];

    expect((await desk.move(one.id, 'received')).body.receivedAt).toMatch(/^2026-11-26T09/);
    const answered = await desk.move(one.id, 'answered', '已立案');
    expect(answered.body).toMatchObject({ state: 'answered', outcome: '已立案', mayMoveTo: [] });
    expect((await desk.move(other.id, 'returned')).body.fields).toHaveProperty('note');
    const returned = await desk.move(other.id, 'returned', '不归本院管');
    expect(returned.body).toMatchObject({ state: 'returned', outcome: '不归本院管' });

    for (const [id, to] of [
      [one.id, 'returned'],
      [other.id, 'answered'],
    ] as const)
      expect((await desk.move(id, to, '再来一次')).body.code).toBe('referral_wrong_state');
    expect((await says(ticket)).slice(-2)).toEqual([
      '某县人民法院（法院）答复我们了。想知道怎么答复的，可以在这里问。',
      '某县人民法院（法院）把您的事退回来了，没有接手。还是由我们来办。',
    ]);
  });

  it('is answered by one of two who answer at once; the other is told', async () => {
    const { body } = await desk.send((await asked()).id);

    const both = await Promise.all([
      desk.move(body.id, 'answered', '立案了'),
      desk.move(body.id, 'returned', '不归我们'),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('referral_wrong_state');
    const settled = both.find(({ status }) => status === 200);
    expect((await desk.one(body.id)).body.outcome).toBe(settled?.body.outcome);
  });

  it('is listed once its days are over and nobody answered, in its branch and nowhere else', async () => {
    const ids = [];
    for (const answerDays of [2, 1])
      ids.unshift((await desk.send((await asked()).id, { answerDays })).body.id);
    const listed = async (place: Place = 'town') =>
      (await (await deskOf(place)).waiting()).body.items.map(({ id, recipientName }) => [
        id,
        recipientName,
      ]);
    expect(await listed()).toEqual([]);

    t.clock.tell('2026-11-28T09:00:00+08:00');
    expect(await listed()).toEqual([[ids[0], '某县人民法院']]);
    t.clock.tell('2026-11-29T09:00:00+08:00');
    expect((await listed()).map(([id]) => id)).toEqual(ids);

    desk = await deskOf('town');
    const { body } = await desk.waiting('?limit=1');
    const rest = await desk.waiting(`?limit=1&after=${body.next}`);
    expect([...body.items, ...rest.body.items].map(({ id }) => id)).toEqual(ids);
    expect(await listed('otherTown')).toEqual([]);
    expect(await listed('county')).toHaveLength(2);

    await desk.move(ids[0]!, 'answered', '办好了');
    expect((await listed()).map(([id]) => id)).toEqual([ids[1]]);
  });

  it('is printed for its own desk, which the audit tells, and for no other', async () => {
    const ticket = await asked();
    const { id } = (await desk.send(ticket.id)).body;

    const printed = await desk.print(id);

    expect(printed.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
    });
    expect(printed.body).toMatch(/^%PDF-/);
    const audited = await t.dataSource.manager.findBy(AuditEntryRow, { subjectId: ticket.id });
    expect(audited.map(({ action }) => action)).toContain('case_ticket.print_referral');
    const refused = await (await deskOf('otherTown')).print(id);
    expect(refused.body).toMatchObject({ code: 'case_ticket_not_found' });
  });

  it('is not there for other desks, and is closed with a ticket that she withdrew', async () => {
    const ticket = await asked();
    const { id } = (await desk.send(ticket.id)).body;
    const stranger = await deskOf('otherTown', 'chair');
    const answers = async (who: typeof desk, ticketId: string, slipId: string) =>
      [
        await who.of(ticketId),
        await who.send(ticketId),
        await who.one(slipId),
        await who.move(slipId, 'received'),
      ].map(({ status, body }) => [status, (body as { code?: string }).code]);
    const never = '0'.repeat(26);

    const notThere = Array<unknown>(4).fill([404, 'case_ticket_not_found']);
    expect(await answers(stranger, ticket.id, id)).toEqual(notThere);
    expect(await answers(stranger, never, never)).toEqual(notThere);

    await claim(t, ticket, 'withdraw');
    expect(await answers(desk, ticket.id, id)).toEqual(notThere);
    const chair = await deskOf('town', 'chair');
    expect((await chair.one(id)).body.mayMoveTo).toEqual([]);
    expect((await chair.move(id, 'received')).body.code).toBe('case_ticket_sealed');
  });

  it('goes with its ticket to another desk, still says who sent it, and leaves the first', async () => {
    const ticket = await asked();
    const { body: slip } = await desk.send(ticket.id, { answerDays: 1 });
    const there = await deskOf('otherTown');
    await handOver(ticket.id);

    const left = [await desk.one(slip.id), await desk.of(ticket.id), await desk.print(slip.id)];
    left.push(await desk.move(slip.id, 'received'));
    expect(left.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await there.one(slip.id)).body).toMatchObject({
      ...{ federationName: '某镇妇联', deskName: '邻镇妇联', sentBy: '示例·李月娥' },
      ...{ recipientName: '某县人民法院', mayMoveTo: ['received', 'answered', 'returned'] },
    });
    t.clock.tell('2026-11-28T09:00:00+08:00');
    expect((await (await deskOf('town')).waiting()).body.items).toEqual([]);
    const follows = await deskOf('otherTown');
    expect((await follows.waiting()).body.items).toMatchObject([{ id: slip.id }]);
    expect((await follows.move(slip.id, 'answered', '已立案')).status).toBe(200);
    expect((await says(ticket)).at(-1)).toContain('答复我们了');
  });

  it('of what concerns a minor says nothing before she was let read, and is not printed', async () => {
    const { id: ticketId } = await asked();
    const { id } = (await desk.send(ticketId)).body;
    const colleague = await aPerson(t, [{ in: tree.town, kind: 'chair' }]);
    const { version } = (await staff(t, token).open(ticketId)).body;
    await staff(t, token).act(ticketId, 'minor', { version });

    const shown = [await desk.one(id), await desk.of(ticketId)];
    for (const { status, body } of shown) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/某县人民法院|保护令|138/);
    }
    const locked = { status: 409, body: { code: 'case_ticket_locked' } };
    expect(await desk.print(id)).toMatchObject(locked);
    expect(await desk.move(id, 'answered', '已立案')).toMatchObject(locked);

    await staff(t, token).act(ticketId, 'unlock', { reason: '我是本案经办人' });
    const [{ accountId } = { accountId: '' }] = (await staff(t, colleague.token).open(ticketId))
      .body.unlockRequests;
    await staff(t, colleague.token).act(ticketId, 'unlock/decision', { accountId, approve: true });
    expect((await desk.one(id)).body.recipientName).toBe('某县人民法院');
    expect((await desk.print(id)).status).toBe(200);
  });

  it('says nothing any more once the words of its ticket are gone', async () => {
    const ticket = await asked();
    const { id } = (await desk.send(ticket.id)).body;
    await staff(t, token).move(ticket.id, 'accepted');
    await staff(t, token).move(ticket.id, 'closed');
    t.clock.tell('2029-12-01T09:00:00+08:00');
    await t.app.get(Shredding).shred();

    const { body } = await (await deskOf('town')).one(id);

    expect(body).toMatchObject({ recipient: 'court', recipientName: null, handedOn: [] });
    expect(JSON.stringify(body)).not.toContain('13800000000');
    expect((await (await deskOf('town')).print(id)).status).toBe(409);
    const row = await t.dataSource.manager.findOneByOrFail(ReferralRow, { id });
    expect(row.sealedSlip).not.toContain('13800000000');
  });
});
