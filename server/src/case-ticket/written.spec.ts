import type { AskedForHelp, Closure, Page, SavedFilter } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, claim, staff } from '../../test/case-tickets';
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

const at = async (...posts: GivenPost[]) => {
  const person = await aPerson(t, posts, '示例·林小梅');
  const { token } = person;
  const write = <Reply = AskedForHelp>(more: object = {}, key = anIdempotencyKey()) =>
    t.http.post<Reply>(
      '/desk/case-tickets',
      { channel: 'letter', kind: 'labour_rights', text: '厂里三个月没发工资', ...more },
      { token, headers: { 'idempotency-key': key } },
    );
  return { ...staff(t, token), ...person, write };
};
const inTown = () => at({ in: tree.town, kind: 'staff' });

describe('what came by letter, visit or phone', () => {
  it('shows each opening by the code that staff saw, and of a minor none of her words', async () => {
    const desk = await inTown();
    const { body: asked } = await desk.write({ kind: 'children', text: '孩子的事' });
    await claim(t, asked, 'messages', { text: '孩子说了别的' });
    await claim(t, asked, 'safe-contact', { contact: { way: 'call', phone: '0595-00000001' } });

    const { body } = await claim(t, asked);

    expect(body).toMatchObject({ messages: [], safeContact: null });
    expect(JSON.stringify(body)).not.toContain('孩子');
    const { events } = (await desk.open(asked.id)).body;
    expect(events.filter(({ what }) => what === 'opened_by_code')).toHaveLength(3);
  });

  it('is not said to be opened where she alone has the code', async () => {
    const desk = await inTown();
    const asked = await aTicket(t, { divisionCode: tree.codes.town, kind: 'children' });

    expect((await claim(t, asked)).body.messages).toHaveLength(1);

    const { events } = (await desk.open(asked.id)).body;
    expect(events.map(({ what }) => what)).not.toContain('opened_by_code');
  });

  it('is written down once, and its claim code opens it to her', async () => {
    const desk = await inTown();
    const key = anIdempotencyKey();
    const first = await desk.write({ channel: 'phone' }, key);

    expect((await desk.write({ channel: 'phone' }, key)).body).toEqual(first.body);

    expect(first.status).toBe(201);
    const { items } = (await desk.list()).body;
    expect(items).toMatchObject([{ channel: 'phone', federationName: '某镇妇联' }]);
    const { messages } = (await claim(t, first.body)).body;
    expect(messages).toMatchObject([{ from: 'her', text: '厂里三个月没发工资' }]);
    expect((await desk.open(first.body.id)).body.events[0]).toMatchObject({
      what: 'received',
      who: '示例·林小梅',
    });
  });

  it('has its fifteen days from the day it came when her name and address are clear', async () => {
    const desk = await inTown();

    const clear = await desk.write({ receivedDay: '2026-11-20', isKnown: true });
    const unclear = await desk.write({ receivedDay: '2026-11-20' });

    expect((await desk.open(clear.body.id)).body.dueDay).toBe('2026-12-05');
    expect((await desk.open(unclear.body.id)).body.dueDay).toBeNull();
    expect((await desk.list('?due=soon')).body.items).toEqual([]);
    t.clock.tell('2026-12-01T09:00:00+08:00');
    const later = await inTown();
    expect((await later.list('?due=soon')).body.items).toMatchObject([{ id: clear.body.id }]);
    const early = await later.write<{ code: string }>({ receivedDay: '2026-12-02' });
    expect(early).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  });

  it('lies at a desk of her branches, passing over the village where she asks so, and nowhere else', async () => {
    const desk = await inTown();
    await at({ in: tree.village, kind: 'chair' });

    const inVillage = await desk.write({ federationId: tree.village.id });
    const notThere = await desk.write({ federationId: tree.village.id, notVillage: true });
    const outside = await desk.write<{ code: string }>({ federationId: tree.otherTown.id });

    expect((await desk.open(inVillage.body.id)).body.federationName).toBe('某村妇联');
    expect((await desk.open(notThere.body.id)).body.federationName).toBe('某镇妇联');
    expect(outside).toMatchObject({ status: 404, body: { code: 'federation_not_found' } });
  });
});

describe('a filter that she keeps', () => {
  const filtersOf = async (token: string) =>
    (await t.http.get<Page<SavedFilter>>('/desk/case-ticket-filters', { token })).body.items;
  const save = (token: string, name: string, filter: object = {}) =>
    t.http.post<SavedFilter & { code?: string }>(
      '/desk/case-ticket-filters',
      { name, filter },
      { token },
    );

  it('is hers alone, as she named it, until she removes it', async () => {
    const [desk, other] = [await inTown(), await inTown()];
    const filter = { risk: 'high', assigned: 'me', due: 'soon', federationId: tree.village.id };
    const { body } = await save(desk.token, '我的急件', filter);

    expect(await filtersOf(desk.token)).toEqual([
      { id: body.id, name: '我的急件', filter, federationName: '某村妇联' },
    ]);
    expect(await filtersOf(other.token)).toEqual([]);
    const path = `/desk/case-ticket-filters/${body.id}`;
    expect((await t.http.delete(path, other)).status).toBe(404);
    expect((await t.http.delete(path, desk)).status).toBe(200);
    expect(await filtersOf(desk.token)).toEqual([]);
  });

  it('is one of a dozen at most, however many are saved at once', async () => {
    const desk = await inTown();
    const names = Array.from({ length: 16 }, (_, n) => `筛选${n}`);

    const answers = await Promise.all(names.map((name) => save(desk.token, name)));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => body.code)).toEqual(
      Array.from({ length: 4 }, () => 'too_many_desk_filters'),
    );
    expect(await filtersOf(desk.token)).toHaveLength(12);
  });
});

describe('how many of what was due were closed', () => {
  it('is counted from the tickets of her branch, with those tickets behind it', async () => {
    const [desk, elsewhere] = [await inTown(), await at({ in: tree.otherTown, kind: 'staff' })];
    const asked = [];
    for (let n = 0; n < 3; n += 1) {
      const { id } = await aTicket(t, { divisionCode: tree.codes.town });
      await desk.move(id, 'accepted');
      asked.push(id);
    }
    await desk.act(asked[0]!, 'messages', { text: '工资追回来了' });
    for (const id of asked.slice(0, 2)) await desk.move(id, 'closed');
    const period = 'fromDay=2027-01-01&toDay=2027-01-31';
    const of = async (one: { token: string }, query = period) =>
      (await t.http.get<Closure>(`/desk/figures/closure?${query}`, one)).body;
    const listed = async (isClosed: boolean) => {
      const ids: string[] = [];
      for (let after = ''; ;) {
        const path = `/desk/figures/closure/case-tickets?${period}&limit=1&closed=${isClosed}${after}`;
        const { body } = await t.http.get<Page<{ id: string }>>(path, desk);
        ids.push(...body.items.map(({ id }) => id));
        if (!body.next) return ids.sort();
        after = `&after=${encodeURIComponent(body.next)}`;
      }
    };

    expect(await of(desk)).toMatchObject({ due: 3, closed: 1 });
    expect(await listed(true)).toEqual([asked[0]]);
    expect(await listed(false)).toEqual(asked.slice(1).sort());
    expect(await of(elsewhere)).toMatchObject({ due: 0, closed: 0 });
    expect(await of(desk, `${period}&federationId=${tree.village.id}`)).toMatchObject({ due: 0 });
    expect(await of(elsewhere, `${period}&federationId=${tree.town.id}`)).toMatchObject({ due: 0 });
    expect(await of(desk, 'fromDay=2026-01-01&toDay=2026-12-31')).toMatchObject({ due: 0 });
  });
});
