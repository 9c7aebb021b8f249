import type { ApprovalList, Page, TicketApprovals } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, staff } from '../../test/case-tickets';
import { aPerson, type GivenPerson, type GivenPost } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let desk: GivenPerson;
let head: GivenPerson;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.tell('2026-11-26T09:00:00+08:00');
  tree = await aTree(t);
  desk = await at('林小梅', { in: tree.town, kind: 'staff' });
  head = await at('陈秀英', { in: tree.town, kind: 'chair' });
});

const at = (name: string, ...posts: GivenPost[]) => aPerson(t, posts, `示例·${name}`);
const list = async (who: GivenPerson, name: ApprovalList, more = '') =>
  (await t.http.get<Page<TicketApprovals>>(`/desk/approvals?list=${name}${more}`, who)).body;
const items = async (who: GivenPerson, name: ApprovalList) => (await list(who, name)).items;
const ids = async (who: GivenPerson, name: ApprovalList) =>
  (await items(who, name)).map(({ ticket }) => ticket.id);
const act = (who: GivenPerson, id: string, way: string, body: object) =>
  staff(t, who.token).act(id, way, body);

/** A ticket of a child that she asks to read. */
async function asksToRead(who: GivenPerson, reason = '我是本案经办人'): Promise<string> {
  const { id } = await aTicket(t, { divisionCode: tree.codes.town, kind: 'children' });
  expect((await act(who, id, 'unlock', { reason })).status).toBe(200);
  return id;
}
const decides = (who: GivenPerson, id: string, { accountId }: GivenPerson, approve = true) =>
  act(who, id, 'unlock/decision', { accountId, approve });

async function asksForDays(who: GivenPerson): Promise<string> {
  const { id } = await aTicket(t, { divisionCode: tree.codes.town });
  await staff(t, who.token).move(id, 'accepted');
  const path = `/desk/case-tickets/${id}/deadlines/petition_settlement/extension`;
  const headers = { 'idempotency-key': anIdempotencyKey() };
  const body = { days: 10, reason: '要等鉴定结果' };
  expect((await t.http.post(path, body, { token: who.token, headers })).status).toBe(201);
  return id;
}

describe('the list of approvals', () => {
  it('shows what waits in a branch, with the reason to those who decide', async () => {
    const id = await asksToRead(desk);
    const [county, colleague] = [
      await at('市里的', { in: tree.county, kind: 'chair' }),
      await at('乙', { in: tree.town, kind: 'vice_chair' }),
    ];

    for (const one of [head, county])
      expect(await items(one, 'waiting')).toMatchObject([
        {
          ticket: { id, locked: true },
          approvals: [
            {
              kind: 'unlock',
              state: 'asked',
              askedByName: '示例·林小梅',
              isMine: false,
              reason: '我是本案经办人',
              mayDecide: true,
            },
          ],
        },
      ]);
    const [seen] = await items(colleague, 'waiting');
    expect(seen?.approvals).toMatchObject([{ reason: null, mayDecide: false }]);
    const [own] = await items(desk, 'waiting');
    expect(own?.approvals).toMatchObject([
      { reason: '我是本案经办人', isMine: true, mayDecide: false },
    ]);
  });

  it('is of the branch alone: nothing of another town, nothing of what she is barred from', async () => {
    const id = await asksToRead(desk);
    const elsewhere = await at('邻镇的', { in: tree.otherTown, kind: 'chair' });
    const village = await at('村里的', { in: tree.village, kind: 'chair' });
    const colleague = await at('乙', { in: tree.town, kind: 'staff' });
    for (const one of [elsewhere, village]) expect(await items(one, 'waiting')).toEqual([]);

    await act(head, id, 'bars', { accountId: colleague.accountId, reason: '是她表姐' });

    expect(await ids(colleague, 'waiting')).toEqual([]);
    expect(await ids(head, 'waiting')).toEqual([id]);
  });

  it('moves what was decided to those who asked and who decided it', async () => {
    const [let_, not] = [await asksToRead(desk), await asksToRead(desk, '想看一下')];
    await decides(head, let_, desk);
    await decides(head, not, desk, false);

    expect(await items(head, 'waiting')).toEqual([]);
    const states = async (who: GivenPerson, name: ApprovalList) =>
      (await items(who, name)).flatMap(({ ticket, approvals }) =>
        approvals.map(({ state, reason }) => [ticket.id, state, reason]),
      );
    const both = [
      [let_, 'approved', '我是本案经办人'],
      [not, 'declined', '想看一下'],
    ].sort();
    expect((await states(desk, 'asked_by_me')).sort()).toEqual(both);
    expect((await states(head, 'decided_by_me')).sort()).toEqual(both);
    expect(await items(head, 'asked_by_me')).toEqual([]);
    expect(await items(desk, 'decided_by_me')).toEqual([]);
  });

  it('shows to a colleague what only she can decide', async () => {
    const id = await asksToRead(head, '只有我一个主席');

    const [waiting] = await items(desk, 'waiting');

    expect(waiting).toMatchObject({
      ticket: { id },
      approvals: [{ reason: '只有我一个主席', mayDecide: true }],
    });
  });

  it('has the extensions too, until the ticket is closed', async () => {
    const id = await asksForDays(desk);
    expect(await items(head, 'waiting')).toMatchObject([
      {
        ticket: { id },
        approvals: [
          {
            kind: 'extension',
            rule: 'petition_settlement',
            days: 10,
            reason: '要等鉴定结果',
            mayDecide: true,
          },
        ],
      },
    ]);
    expect(await ids(desk, 'asked_by_me')).toEqual([id]);

    await staff(t, desk.token).move(id, 'closed');

    expect(await ids(head, 'waiting')).toEqual([]);
  });

  it('goes with the ticket when another desk takes it over', async () => {
    const id = await asksForDays(desk);
    const there = await at('邻镇的', { in: tree.otherTown, kind: 'chair' });
    const { version } = (await staff(t, desk.token).open(id)).body;
    await act(desk, id, 'hand-over', {
      version,
      federationId: tree.otherTown.id,
      reason: '她住那',
    });
    await t.http.post(
      `/desk/hand-overs/${id}/decision`,
      { version: version + 1, accept: true },
      there,
    );

    expect(await ids(there, 'waiting')).toEqual([id]);
    expect([await ids(head, 'waiting'), await ids(desk, 'asked_by_me')]).toEqual([[], []]);
  });

  it.each<[ApprovalList, boolean]>([
    ['waiting', true],
    ['asked_by_me', false],
  ])('is paged one by one, each once and in order: %s', async (name, oldestFirst) => {
    const made: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      made.push(await asksToRead(desk), await asksForDays(desk));
      if (n === 1) t.clock.pass({ minutes: 1 });
    }
    const walked: TicketApprovals[] = [];
    let after = '';
    do {
      const page = await list(desk, name, `&limit=1${after}`);
      walked.push(...page.items);
      after = page.next ? `&after=${encodeURIComponent(page.next)}` : '';
    } while (after);

    expect(walked.map(({ ticket }) => ticket.id).sort()).toEqual(made.sort());
    const times = walked.map(({ approvals: [one] }) => one!.askedAt);
    const sorted = [...times].sort();
    expect(times).toEqual(oldestFirst ? sorted : sorted.reverse());
    expect(walked).toEqual(await items(desk, name));
  });
});
