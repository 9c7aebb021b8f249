import type { HandOverOffer, HandOverTarget, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aTicket, claim, staff } from '../../test/case-tickets';
import { brokenInvariants } from '../../test/faults/invariants';
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
afterEach(async () => expect(await brokenInvariants(t.dataSource)).toEqual([]));

const at = async (name: string, ...posts: GivenPost[]) => {
  const person = await aPerson(t, posts, `示例·${name}`);
  const { token } = person;
  const decide = (id: string, body: object) =>
    t.http.post<{ code?: string }>(`/desk/hand-overs/${id}/decision`, body, { token });
  const offers = async () =>
    (await t.http.get<Page<HandOverOffer>>('/desk/hand-overs', { token })).body.items;
  return { ...staff(t, token), ...person, decide, offers };
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
    const { dueDay, deadlines } = (await sender.open(asked.id)).body;
    t.clock.pass({ days: 3 });
    const [later, stays] = [await inOtherTown('王秀兰'), await inTown()];

    expect(await later.decide(asked.id, { version: 3, accept: true })).toMatchObject({
      status: 200,
      body: { accepted: true },
    });

    expect((await stays.open(asked.id)).status).toBe(404);
    expect((await stays.list()).body.items).toEqual([]);
    const taken = (await later.open(asked.id)).body;
    expect(taken).toMatchObject({ federationName: '邻镇妇联', dueDay, handOver: null });
    expect(taken.deadlines.map((one) => one.dueDay)).toEqual(deadlines.map((one) => one.dueDay));
    expect(taken.events.map(({ what, about }) => [what, about])).toContainEqual([
      'handed_over',
      '邻镇妇联',
    ]);
    const above = await at('市里的', { in: tree.county, kind: 'staff' });
    expect((await above.list()).body.items).toMatchObject([{ federationId: tree.otherTown.id }]);
    expect((await claim(t, asked)).body.federationName).toBe('邻镇妇联');
    expect(await later.offers()).toEqual([]);
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
    expect(targets.body.items).toMatchObject([{ id: tree.village.id, mayBeOffered: false }]);
  });

  it('to itself, or where nobody takes requests', async () => {
    const sender = await inTown();
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });

    for (const federation of [tree.town, tree.otherTown]) {
      const body = { version: 1, federationId: federation.id, reason: '请接手' };
      const refused = await sender.act(id, 'hand-over', body);
      expect(refused).toMatchObject({ status: 409, body: { code: 'hand_over_no_desk' } });
    }
    const { token } = sender;
    const { body } = await t.http.get<Page<HandOverTarget>>(
      `/desk/case-tickets/${id}/hand-over-targets`,
      { token },
    );
    expect(body.items.map(({ name }) => name).sort()).toEqual(
      ['某市妇联', '某镇妇联', '邻镇妇联'].sort(),
    );
    expect(body.items.filter(({ mayBeOffered }) => mayBeOffered)).toEqual([]);
  });
});
