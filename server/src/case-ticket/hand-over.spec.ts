import type { HandOverOffer, HandOverTarget, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aDesk, aTicket, claim } from '../../test/case-tickets';
import { brokenInvariants } from '../../test/faults/invariants';
import { aFederation, type GivenPost } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { Divisions } from '../federation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ClockWatch } from './clock-watch.service';

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
  const desk = await aDesk(t, name, ...posts);
  const { token } = desk;
  const decide = (id: string, body: object) =>
    t.http.post<{ code?: string }>(`/desk/hand-overs/${id}/decision`, body, { token });
  const offers = async () =>
    (await t.http.get<Page<HandOverOffer>>('/desk/hand-overs', { token })).body.items;
  return { ...desk, decide, offers };
};
const inTown = (name = '林小梅') => at(name, { in: tree.town, kind: 'staff' });
const inOtherTown = (name = '陈秀英') => at(name, { in: tree.otherTown, kind: 'staff' });
const offered = async (desk: Awaited<ReturnType<typeof at>>, more: object = {}) => {
  const asked = await aTicket(t, { divisionCode: tree.codes.town, ...more });
  await desk.move(asked.id, 'accepted');
  const body = { version: 2, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
  expect((await desk.act(asked.id, 'hand-over', body)).status).toBe(200);
  return asked;
};

describe('a ticket that is offered to another federation', () => {
  it('stays with its desk; the other reads why it is offered and nothing else', async () => {
    const [sender, other] = [await inTown(), await inOtherTown()];
    const { id } = await offered(sender);

    expect(await other.offers()).toMatchObject([
      {
        id,
        reason: '她住在你们镇上',
        fromFederationName: '某镇妇联',
        toFederationName: '邻镇妇联',
        offeredByName: '示例·林小梅',
        answerBy: '2026-12-03',
      },
    ]);
    expect((await other.open(id)).status).toBe(404);
    expect((await other.list()).body.items).toEqual([]);
    expect((await sender.open(id)).body).toMatchObject({
      federationName: '某镇妇联',
      handOver: { federationName: '邻镇妇联', offeredByName: '示例·林小梅' },
    });
    expect(await sender.move(id, 'closed')).toMatchObject({ body: { code: 'hand_over_open' } });
    const again = { version: 3, federationId: tree.county.id, reason: '再试一次' };
    expect(await sender.act(id, 'hand-over', again)).toMatchObject({
      body: { code: 'hand_over_open' },
    });
  });

  it('is theirs once they accept: their branch sees it, the old one no more, its days stay', async () => {
    const sender = await inTown();
    await inOtherTown();
    const asked = await offered(sender);
    const { deadlines } = (await sender.open(asked.id)).body;
    const objection = deadlines.find(({ rule }) => rule === 'petition_objection');
    expect(objection).toMatchObject({ dueDay: '2026-12-03', article: '信访工作条例第二十三条' });
    t.clock.pass({ days: 3 });
    const [later, stays] = [await inOtherTown('王秀兰'), await inTown()];

    expect(await later.decide(asked.id, { version: 3, accept: true })).toMatchObject({
      status: 200,
      body: { accepted: true },
    });

    expect((await stays.open(asked.id)).status).toBe(404);
    expect((await stays.list()).body.items).toEqual([]);
    const taken = (await later.open(asked.id)).body;
    expect(taken).toMatchObject({
      federationName: '邻镇妇联',
      dueDay: '2027-01-25',
      handOver: null,
    });
    const stay = deadlines.filter((one) => one !== objection).map(({ dueDay }) => dueDay);
    expect(taken.deadlines.map(({ dueDay }) => dueDay)).toEqual(stay);
    expect(taken.events.map(({ what, about }) => [what, about])).toContainEqual([
      'handed_over',
      '邻镇妇联',
    ]);
    const above = await at('市里的', { in: tree.county, kind: 'staff' });
    expect((await above.list()).body.items).toMatchObject([{ federationId: tree.otherTown.id }]);
    expect((await claim(t, asked)).body.federationName).toBe('邻镇妇联');
    expect(await later.offers()).toEqual([]);
  });

  it('may be sent back within five working days, of which the other is reminded; each offer has its own', async () => {
    const [sender, other] = [await inTown(), await inOtherTown()];
    const { id } = await offered(sender);
    expect((await sender.list()).body.items[0]?.dueDay).toBe('2026-12-03');
    expect((await other.offers())[0]).toMatchObject({
      answerBy: '2026-12-03',
      dueDay: '2027-01-25',
    });
    await other.decide(id, { version: 3, accept: false, reason: '她上个月搬走了' });
    expect((await sender.list()).body.items[0]?.dueDay).toBe('2027-01-25');

    t.clock.tell('2026-12-01T09:00:00+08:00');
    const [again, there] = [await inTown('王秀兰'), await inOtherTown('苏丽琴')];
    const body = { version: 4, federationId: tree.otherTown.id, reason: '她又搬回来了' };
    expect((await again.act(id, 'hand-over', body)).status).toBe(200);
    expect((await there.offers())[0]?.answerBy).toBe('2026-12-08');
    const told = async () => (await there.inbox()).length;
    const before = await told();
    t.clock.tell('2026-12-07T08:00:00+08:00');
    await t.app.get(ClockWatch).look();
    t.clock.tell('2026-12-01T09:00:00+08:00');
    expect(await told()).toBe(before + 1);
    await again.act(id, 'hand-over/recall', { version: 5 });
    expect((await again.open(id)).body.deadlines.map(({ rule }) => rule)).not.toContain(
      'petition_objection',
    );
  });

  it('that nobody answers is told to both desks, each once, and to neither once it is answered', async () => {
    const [sender, colleague, other] = [await inTown(), await inTown('乙'), await inOtherTown()];
    const above = await at('市里的', { in: tree.county, kind: 'staff' });
    const [waiting, answered] = [await offered(sender), await offered(sender)];
    await other.decide(answered.id, { version: 3, accept: false, reason: '她上个月搬走了' });
    const told = async (desk: typeof sender) =>
      (await desk.inbox())
        .filter(({ kind }) => kind.startsWith('hand_over'))
        .map(({ kind, aboutId }) => [kind, aboutId === waiting.id]);
    const offer = ['hand_over_offered', true];
    expect(await told(other)).toEqual([offer]);
    expect(await told(sender)).toEqual([]);

    t.clock.tell('2026-12-02T08:00:00+08:00');
    await Promise.all([t.app.get(ClockWatch).look(), t.app.get(ClockWatch).look()]);
    t.clock.tell('2026-12-03T09:00:00+08:00');
    await t.app.get(ClockWatch).look();
    t.clock.tell('2026-11-26T09:00:40+08:00');

    expect(await told(other)).toEqual([offer, offer]);
    for (const one of [sender, colleague])
      expect(await told(one)).toEqual([['hand_over_unanswered', true]]);
    expect(await told(above)).toEqual([]);
  });

  it('comes back with a reason, and whoever offered it is told', async () => {
    const [sender, other] = [await inTown(), await inOtherTown()];
    const { id } = await offered(sender);
    const wordless = await other.decide(id, { version: 3, accept: false });
    expect(wordless).toMatchObject({ status: 400, body: { code: 'bad_input' } });

    await other.decide(id, { version: 3, accept: false, reason: '她上个月搬走了' });

    const { body } = await sender.open(id);
    expect(body).toMatchObject({ federationName: '某镇妇联', handOver: null });
    expect(body.events).toContainEqual(
      expect.objectContaining({
        what: 'hand_over_returned',
        who: '示例·陈秀英',
        note: '她上个月搬走了',
      }),
    );
    const inbox = await t.http.get<Page<object>>('/me/notifications', sender);
    expect(inbox.body.items).toMatchObject([{ kind: 'ticket_waits', aboutId: id }]);
  });

  it('is taken back, and then nobody accepts it any more', async () => {
    const [sender, other] = [await inTown(), await inOtherTown()];
    const { id } = await offered(sender);

    await sender.act(id, 'hand-over/recall', { version: 3 });

    expect(await other.offers()).toEqual([]);
    const late = await other.decide(id, { version: 3, accept: true });
    expect(late).toMatchObject({ status: 404, body: { code: 'hand_over_not_there' } });
    expect((await sender.open(id)).body.federationName).toBe('某镇妇联');
  });

  it('is offered no more once she has withdrawn it', async () => {
    const [sender, other] = [await inTown(), await inOtherTown()];
    const asked = await offered(sender);

    await claim(t, asked, 'withdraw');

    expect(await other.offers()).toEqual([]);
    expect((await other.decide(asked.id, { version: 4, accept: true })).status).toBe(404);
  });

  it('is decided by the very federation alone, not by one above it or beside it', async () => {
    const sender = await inTown();
    await inOtherTown();
    const others = [
      await at('市里的', { in: tree.county, kind: 'chair' }),
      await at('村里的', { in: tree.village, kind: 'chair' }),
      sender,
    ];
    const { id } = await offered(sender);

    for (const one of others) {
      expect(await one.offers()).toEqual([]);
      expect((await one.decide(id, { version: 3, accept: true })).status).toBe(404);
    }
  });

  it('is accepted by one of two who both answer, and the other sees who was quicker', async () => {
    const sender = await inTown();
    const two = [await inOtherTown('甲'), await inOtherTown('乙')];
    const { id } = await offered(sender);

    const answers = await Promise.all(
      two.map((one) => one.decide(id, { version: 3, accept: true })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = two[answers.findIndex(({ status }) => status === 409)]!;
    expect((await loser.open(id)).body.lastMove).toMatchObject({
      what: 'handed_over',
      isMe: false,
    });
  });

  it('is offered once by four who offer it at once', async () => {
    const four = await Promise.all(['甲', '乙', '丙', '丁'].map(inTown));
    await inOtherTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const body = { version: 1, federationId: tree.otherTown.id, reason: '她住在你们镇上' };

    const answers = await Promise.all(four.map((one) => one.act(id, 'hand-over', body)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('what nobody has decided when it is handed over', () => {
  const head = (name: string, place: Tree['town']) => at(name, { in: place, kind: 'chair' });
  const handedOver = async (
    asked: { id: string },
    by: Awaited<ReturnType<typeof at>>,
    to: Awaited<ReturnType<typeof at>>,
  ) => {
    const { version } = (await by.open(asked.id)).body;
    const offer = { version, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
    expect((await by.act(asked.id, 'hand-over', offer)).status).toBe(200);
    expect((await to.decide(asked.id, { version: version + 1, accept: true })).status).toBe(200);
  };

  it('comes along: to read, of her who still sees it, and more days; the new head is told and decides', async () => {
    const [desk, colleague, other] = [await inTown(), await inTown('乙'), await inOtherTown()];
    const [newHead, above] = [
      await head('新主席', tree.otherTown),
      await at('市里的', { in: tree.county, kind: 'staff' }),
    ];
    const asked = await aTicket(t, { divisionCode: tree.codes.town, kind: 'children' });
    await desk.move(asked.id, 'accepted');
    for (const one of [above, colleague])
      await one.act(asked.id, 'unlock', { reason: '我要了解情况' });
    const more = { days: 5, reason: '要等鉴定结果' };
    await desk.act(asked.id, 'deadlines/petition_settlement/extension', more);

    await handedOver(asked, desk, other);

    expect((await newHead.inbox()).map(({ kind }) => kind)).toContain('ticket_waits');
    const { unlockRequests, deadlines } = (await newHead.open(asked.id)).body;
    expect(unlockRequests.map(({ name }) => name)).toEqual(['示例·市里的']);
    expect(deadlines.find(({ mayDecide }) => mayDecide)?.extension?.state).toBe('asked');
    const { accountId } = above;
    await newHead.act(asked.id, 'unlock/decision', { accountId, approve: true });
    expect((await above.open(asked.id)).body.locked).toBe(false);
  });

  it('was decided for those of the old desk alone: who was let read asks anew', async () => {
    const [desk, other] = [await inTown(), await inOtherTown()];
    const [above, chief] = [
      await at('市里的', { in: tree.county, kind: 'staff' }),
      await head('市里的主席', tree.county),
    ];
    const asked = await aTicket(t, { divisionCode: tree.codes.town, kind: 'children' });
    await above.act(asked.id, 'unlock', { reason: '我要了解情况' });
    const { accountId } = above;
    await chief.act(asked.id, 'unlock/decision', { accountId, approve: true });

    await handedOver(asked, desk, other);

    expect((await above.open(asked.id)).body).toMatchObject({ locked: true, unlockAsked: false });
  });

  it('is whom she named: those above the new desk read it and are told, its head does not', async () => {
    const [desk, other] = [await inTown(), await inOtherTown()];
    const [oldHead, newHead, above] = [
      await head('老主席', tree.town),
      await head('新主席', tree.otherTown),
      await head('市里的主席', tree.county),
    ];
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    const ask = { claimCode: asked.claimCode, who: '邻镇妇联的主席', isHead: false };
    await t.http.post('/case-tickets/claim/bar-request', ask);
    const notes = async (one: typeof desk) =>
      (await one.open(asked.id)).body.events.filter(({ what }) => what === 'bar_asked').length;
    expect([await notes(oldHead), await notes(desk), await notes(above)]).toEqual([1, 0, 1]);
    const toldBefore = (await above.inbox()).length;

    await handedOver(asked, desk, other);

    expect([await notes(newHead), await notes(other), await notes(above)]).toEqual([0, 0, 1]);
    expect(JSON.stringify((await newHead.open(asked.id)).body)).not.toContain('邻镇妇联的主席');
    expect(await above.inbox()).toHaveLength(toldBefore + 1);
  });

  it('leaves every bar in force for those of the other federation', async () => {
    const [desk, other] = [await inTown(), await inOtherTown()];
    const both = await at(
      '两处任职',
      { in: tree.town, kind: 'staff' },
      { in: tree.otherTown, kind: 'chair' },
    );
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    const barred = { claimCode: asked.claimCode, accountId: both.accountId, barred: true };
    expect((await t.http.post('/case-tickets/claim/bars', barred)).status).toBe(200);
    const { version } = (await desk.open(asked.id)).body;
    const offer = { version, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
    await desk.act(asked.id, 'hand-over', offer);

    expect(await both.offers()).toEqual([]);
    expect((await both.decide(asked.id, { version: version + 1, accept: true })).status).toBe(404);
    expect((await other.decide(asked.id, { version: version + 1, accept: true })).status).toBe(200);

    expect((await both.open(asked.id)).status).toBe(404);
    expect((await both.list()).body.items).toEqual([]);
    expect(await both.inbox()).toEqual([]);
  });
});

describe('a ticket is not offered', () => {
  it('to the village when she wants the village not to know, nor to a unit', async () => {
    const sender = await inTown();
    await at('村里的', { in: tree.village, kind: 'chair' });
    const { id } = await aTicket(t, { divisionCode: tree.codes.village, notVillage: true });

    const body = { version: 1, federationId: tree.village.id, reason: '住在村里' };
    const refused = await sender.act(id, 'hand-over', body);

    expect(refused).toMatchObject({ status: 409, body: { code: 'hand_over_not_village' } });
    const { token } = sender;
    const targets = await t.http.get<Page<HandOverTarget>>(
      `/desk/case-tickets/${id}/hand-over-targets?below=${tree.town.id}`,
      { token },
    );
    expect(targets.status).toBe(200);
    expect(targets.body.items).toMatchObject([
      { id: tree.town.id, parentId: tree.county.id, parentName: '某市妇联' },
      { id: tree.village.id, whyNot: 'hand_over_not_village' },
    ]);
  });

  it('to itself, or where nobody takes requests', async () => {
    const sender = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });

    const refused = new Map<Tree['town'], string>([
      [tree.town, 'hand_over_here_already'],
      [tree.otherTown, 'hand_over_no_desk'],
    ]);
    for (const [federation, code] of refused) {
      const body = { version: 1, federationId: federation.id, reason: '请接手' };
      const answer = await sender.act(id, 'hand-over', body);
      expect(answer).toMatchObject({ status: 409, body: { code } });
    }
    const { token } = sender;
    const { body } = await t.http.get<Page<HandOverTarget>>(
      `/desk/case-tickets/${id}/hand-over-targets`,
      { token },
    );
    expect(body.items.map(({ name }) => name).sort()).toEqual(
      ['某市妇联', '某镇妇联', '邻镇妇联'].sort(),
    );
    expect(body.items.filter(({ whyNot }) => whyNot === null)).toEqual([]);
  });

  it('and how many places are shown does not say how often the database is asked', async () => {
    const sender = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const asked = jest.spyOn(t.dataSource, 'createQueryRunner');
    const shown = async () => {
      asked.mockClear();
      const path = `/desk/case-tickets/${id}/hand-over-targets?limit=100`;
      const { items } = (await t.http.get<Page<HandOverTarget>>(path, sender)).body;
      return [items.length, asked.mock.calls.length];
    };
    const [few, times] = await shown();

    for (let n = 0; n < 9; n += 1)
      await aFederation(t, { name: `第${n}镇妇联`, parent: tree.county });

    expect(await shown()).toEqual([few! + 9, times]);
    asked.mockRestore();
  });

  it('only to those around: any place is found by its name, the nearest of a name first', async () => {
    const far = await aTree(t);
    const [desk, there] = [await at('村里的', { in: tree.village, kind: 'staff' }), tree.otherTown];
    await at('那边的', { in: there, kind: 'staff' });
    const { id } = await aTicket(t, { divisionCode: tree.codes.village });
    const place = {
      name: '木棉镇',
      level: 'town',
      parentCode: null,
      lng: null,
      lat: null,
    } as const;
    const named = (code: string) => ({ code, ...place });
    await t.app
      .get(UnitOfWork)
      .run((tx) =>
        t.app.get(Divisions).add(tx, [named(far.codes.town), named(tree.codes.otherTown)]),
      );

    const { body } = await t.http.get<Page<HandOverTarget>>(
      `/desk/case-tickets/${id}/hand-over-targets?search=mumian`,
      desk,
    );

    expect(body.items).toMatchObject([
      { id: there.id, parentName: '某市妇联', whyNot: null },
      { id: far.town.id, whyNot: 'hand_over_no_desk' },
    ]);
  });
});
