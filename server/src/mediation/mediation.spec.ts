import type { AskForHelp, ClaimedTicket } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aTicket, claim, staff } from '../../test/case-tickets';
import { aPerson } from '../../test/given';
import { mediationDesk } from '../../test/mediators';
import { aTree, type Tree } from '../../test/trees';
import { MediatorRow, Roster } from '.';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let token: string;
let desk: ReturnType<typeof mediationDesk>;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:00+08:00');
  tree = await aTree(t);
  ({ token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }]));
  desk = mediationDesk(t, token);
});

const asked = (given: Partial<AskForHelp> = {}) =>
  aTicket(t, { divisionCode: tree.codes.town, kind: 'marriage_family', ...given });
const add = async (given: object = {}) =>
  (await desk.add({ federationId: tree.town.id, ...given })).body.id;
const wishes = (claimCode: string, wish: string) =>
  t.http.post<ClaimedTicket>('/case-tickets/claim/mediator', { claimCode, wish });
const whyNot = async (ticketId: string, mediatorId: string) =>
  (await desk.of(ticketId)).body.choices.find(({ id }) => id === mediatorId)?.whyNot;

describe('the roster of mediators', () => {
  it('holds whoever a federation appoints, with a term, by branch and in the order of joining', async () => {
    const { status, body } = await desk.add({ federationId: tree.town.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '示例·吴金凤', state: 'serving', version: 1 });
    const second = await add({ name: '示例·苏丽琴' });

    const first = await desk.roster('?limit=1');
    const rest = await desk.roster(`?limit=1&after=${first.body.next}`);

    const ids = [...first.body.items, ...rest.body.items].map(({ id }) => id);
    expect(ids).toEqual([body.id, second]);
    expect(rest.body.next).toBeNull();
    const stranger = await aPerson(t, [{ in: tree.otherTown, kind: 'chair' }]);
    const there = mediationDesk(t, stranger.token);
    expect((await there.roster()).body.items).toEqual([]);
    const { name, skills, fromDay, toDay } = body;
    const change = { name, skills, fromDay, toDay, state: 'left', version: 1 };
    expect((await there.change(second, change)).body.code).toBe('mediator_not_found');
    expect((await there.add({ federationId: tree.town.id })).body.code).toBe(
      'federation_not_found',
    );
  });

  it('is changed by one of two who change at once; nobody serves backwards', async () => {
    const id = await add();
    const facts = {
      name: '示例·吴金凤',
      skills: ['law'],
      fromDay: '2026-01-01',
      toDay: '2027-12-31',
    };
    const change = (more: object) => desk.change(id, { ...facts, state: 'paused', ...more });

    const both = await Promise.all([change({ version: 1 }), change({ version: 1 })]);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await change({ version: 2, toDay: '2025-01-01' })).body.fields).toHaveProperty('toDay');
  });

  it('keeps names sealed, and forgets them three years after the term', async () => {
    const id = await add();
    const nameOf = async () =>
      (await t.dataSource.manager.findOneByOrFail(MediatorRow, { id })).name;
    expect(await nameOf()).not.toContain('吴金凤');

    t.clock.tell('2029-12-30T04:00:00+08:00');
    await t.app.get(Roster).forget();
    expect(await nameOf()).not.toBeNull();
    t.clock.tell('2029-12-31T04:00:00+08:00');
    await t.app.get(Roster).forget();
    expect(await nameOf()).toBeNull();
  });
});

describe('a mediator', () => {
  it('is asked for one ticket by whoever triages it, when she agreed; she reads who it is', async () => {
    const [ticket, id] = [await asked(), await add()];
    expect((await desk.assign(ticket.id, id, false)).body.code).toBe('bad_input');

    const { status, body } = await desk.assign(ticket.id, id);

    expect(status).toBe(201);
    expect(body.current).toMatchObject({ mediatorId: id, mediatorName: '示例·吴金凤' });
    const claimed = (await claim(t, ticket)).body;
    expect(claimed.mediator).toBe('示例·吴金凤');
    expect(claimed.messages.at(-1)?.text).toContain('您可以换一位，也可以不调解');
    const another = await add();
    expect((await desk.assign(ticket.id, another)).body.code).toBe('mediator_assigned_already');

    const ended = await desk.end(ticket.id, '谈拢了');
    expect(ended.body).toMatchObject({
      current: null,
      past: [{ ended: 'finished', note: '谈拢了' }],
    });
    expect((await desk.end(ticket.id)).body.code).toBe('mediation_none');
    expect((await claim(t, ticket)).body.mediator).toBeNull();
  });

  it('is one only, of two that are asked at once', async () => {
    const [ticket, one, other] = [await asked(), await add(), await add()];

    const both = await Promise.all([desk.assign(ticket.id, one), desk.assign(ticket.id, other)]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is not asked out of term or office, and the roster of the ticket says why', async () => {
    const ticket = await asked();
    const over = await add({ fromDay: '2025-01-01', toDay: '2026-11-25' });
    const toCome = await add({ fromDay: '2026-11-27' });
    const last = await add({ toDay: '2026-11-26' });
    const paused = await add();
    const facts = { name: '示例·吴金凤', skills: ['law'], version: 1 };
    await desk.change(paused, {
      ...facts,
      fromDay: '2026-01-01',
      toDay: '2026-12-31',
      state: 'paused',
    });
    const reasons: [string, string | null][] = [
      [over, 'mediator_term_over'],
      [toCome, 'mediator_term_over'],
      [paused, 'mediator_not_serving'],
      [last, null],
    ];

    for (const [id, reason] of reasons) {
      expect(await whyNot(ticket.id, id)).toBe(reason);
      if (reason) expect((await desk.assign(ticket.id, id)).body.code).toBe(reason);
    }
  });

  it('who is related stays out, and stops where she mediates already', async () => {
    const [ticket, id] = [await asked(), await add()];
    await desk.assign(ticket.id, id);

    const { body } = await desk.recuse(ticket.id, id);

    expect(body).toMatchObject({ current: null, past: [{ ended: 'recused' }] });
    expect((await desk.recuse(ticket.id, id, 'recused')).status).toBe(201);
    expect((await desk.assign(ticket.id, id)).body.code).toBe('mediator_recused');
    const elsewhere = await asked();
    expect((await desk.assign(elsewhere.id, id)).status).toBe(201);
    const { events } = (await staff(t, token).open(ticket.id)).body;
    expect(events).toContainEqual(
      expect.objectContaining({ what: 'mediator_recused', note: '示例·吴金凤：是表姐' }),
    );
  });

  it('is changed or refused by her with her claim code, and the desk sees it', async () => {
    const [ticket, one, other] = [await asked(), await add(), await add({ name: '示例·苏丽琴' })];
    await desk.assign(ticket.id, one);
    await staff(t, token).write(ticket.id, '她明天来');

    const { status, body } = await wishes(ticket.claimCode, 'another_wanted');

    expect(status).toBe(200);
    expect(body).toMatchObject({ mediator: null, state: 'accepted' });
    expect(body.messages.at(-1)).toMatchObject({ from: 'her', text: '我想换一位调解员。' });
    const seen = (await staff(t, token).open(ticket.id)).body;
    expect(seen.events).toContainEqual(
      expect.objectContaining({ what: 'mediator_unwanted', who: null }),
    );
    expect((await desk.assign(ticket.id, one)).body.code).toBe('mediator_unwanted');
    expect((await desk.assign(ticket.id, other)).status).toBe(201);

    await wishes(ticket.claimCode, 'refused');
    const again = await wishes(ticket.claimCode, 'refused');
    expect(again.body).toHaveProperty('messages');
    expect(again.body.messages.filter(({ text }) => text === '我不想调解。')).toHaveLength(1);
    expect((await desk.of(ticket.id)).body.past.map(({ ended }) => ended).sort()).toEqual([
      'another_wanted',
      'refused',
    ]);
  });

  it('talks nobody into peace who is beaten or in danger', async () => {
    const id = await add();
    const [beaten, endangered] = [await asked({ kind: 'domestic_violence' }), await asked()];
    await claim(t, endangered, 'danger', { inDanger: true });

    for (const ticket of [beaten, endangered]) {
      expect((await desk.of(ticket.id)).body.whyNot).toBe('mediation_not_for_violence');
      const { body } = await desk.assign(ticket.id, id);
      expect(body.code).toBe('mediation_not_for_violence');
    }
  });

  it('stops as soon as she says that she is in danger', async () => {
    const [ticket, id] = [await asked(), await add()];
    await desk.assign(ticket.id, id);

    await claim(t, ticket, 'danger', { inDanger: false });
    expect((await claim(t, ticket)).body.mediator).toBe('示例·吴金凤');
    await claim(t, ticket, 'danger', { inDanger: true });

    expect((await claim(t, ticket)).body.mediator).toBeNull();
    expect((await desk.of(ticket.id)).body.current).toBeNull();
  });

  it('is of the desk or of one above, never of a place beside or below', async () => {
    const ticket = await asked();
    const county = await aPerson(t, [{ in: tree.county, kind: 'staff' }]);
    const above = mediationDesk(t, county.token);
    const put = async (federationId: string) => (await above.add({ federationId })).body.id;
    const [ofCounty, beside] = [await put(tree.county.id), await put(tree.otherTown.id)];

    expect((await desk.assign(ticket.id, beside)).body.code).toBe('mediator_not_found');
    expect((await desk.assign(ticket.id, ofCounty)).status).toBe(201);
  });
});
