import type { AskedForHelp, Mediator, RefusalBody } from '@niangjia/shared';
import { Accounts } from '../src/account';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { startApp, type TestApp } from './app';
import { aDesk, anIdempotencyKey, aTicket, claim } from './case-tickets';
import { aMediator } from './mediators';
import { aSlip } from './referrals';
import { aTree, type Tree } from './trees';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => (tree = await aTree(t)));

const inTown = (name = '林小梅', kind: 'staff' | 'chair' = 'staff') =>
  aDesk(t, name, { in: tree.town, kind });
type Desk = Awaited<ReturnType<typeof inTown>>;

/** A request that can be repeated word for word. */
const anAct = ({ token }: Desk, path: string, body: object) => {
  const headers = { 'idempotency-key': anIdempotencyKey() };
  return () => t.http.post<RefusalBody>(path, body, { token, headers });
};

/** Every creating act on one ticket, with what holds of its words. */
const acts: Record<string, (mediatorId: string) => [path: string, body: object]> = {
  write: () => ['messages', { text: '请明天来一趟', internal: true }],
  startClock: () => [
    'deadlines',
    { rule: 'legal_aid_decision', startedAt: '2026-11-20T09:00:00+08:00' },
  ],
  askExtension: () => [
    'deadlines/petition_settlement/extension',
    { days: 5, reason: '要等鉴定结果' },
  ],
  refer: () => ['referrals', aSlip()],
  assignMediator: (mediatorId) => ['mediation', { mediatorId, agreed: true }],
  recuseMediator: (mediatorId) => ['mediation/recusals', { mediatorId, kind: 'related' }],
};
const saysNothing: readonly string[] = ['startClock', 'askExtension'];

const done = async (act: string) => {
  const [desk, head] = [await inTown(), await inTown('陈秀英', 'chair')];
  const asked = await aTicket(t, { divisionCode: tree.codes.town });
  await head.move(asked.id, 'accepted');
  const mediator = anAct(head, '/desk/mediators', aMediator({ federationId: tree.town.id }));
  const { id: mediatorId } = (await mediator()).body as unknown as Mediator;
  const [path, body] = acts[act]!(mediatorId);
  const repeat = anAct(desk, `/desk/case-tickets/${asked.id}/${path}`, body);
  const first = await repeat();
  expect(first.status).toBe(201);
  return { ...asked, desk, head, first, repeat };
};

describe.each(Object.keys(acts))('the kept reply of %s', (act) => {
  it('is given again to her who did not get it', async () => {
    const { first, repeat } = await done(act);
    expect(await repeat()).toMatchObject({ status: 201, body: first.body });
  });

  it('is not given to her who is barred since', async () => {
    const { id, desk, repeat } = await done(act);
    await desk.act(id, 'recusal', { reason: '对方是我表哥' });
    expect(await repeat()).toMatchObject({ status: 404, body: { code: 'case_ticket_not_found' } });
  });

  it('is not given to her whose desk it left, nor once it was withdrawn', async () => {
    const { id, head, repeat } = await done(act);
    const there = await aDesk(t, '邻镇的', { in: tree.otherTown, kind: 'staff' });
    const { version } = (await head.open(id)).body;
    const offer = { version, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
    await head.act(id, 'hand-over', offer);
    const decide = { version: version + 1, accept: true };
    await t.http.post(`/desk/hand-overs/${id}/decision`, decide, there);
    expect((await repeat()).status).toBe(404);

    const other = await done(act);
    await claim(t, other, 'withdraw');
    expect((await other.repeat()).status).toBe(404);
  });

  it('says nothing of what became a locked ticket', async () => {
    const { id, head, first, repeat } = await done(act);
    const { version } = (await head.open(id)).body;
    await head.act(id, 'minor', { version });
    expect(await repeat()).toMatchObject(
      saysNothing.includes(act)
        ? { status: 201, body: first.body }
        : { status: 409, body: { code: 'case_ticket_locked' } },
    );
  });

  it('counts as a look', async () => {
    const { id, head, repeat } = await done(act);
    await repeat();
    const { events } = (await head.open(id)).body;
    expect(events).toContainEqual(expect.objectContaining({ what: 'read', who: '示例·林小梅' }));
  });
});

describe('the code of a ticket that staff wrote down', () => {
  const written = async (desk: Desk, more: object = {}) => {
    const body = { channel: 'phone', kind: 'labour_rights', text: '三个月没发工资', ...more };
    const repeat = anAct(desk, '/desk/case-tickets', body);
    const first = (await repeat()).body as unknown as AskedForHelp;
    return { ...first, repeat };
  };

  it('is given again for handing to her, also where the village is not to know', async () => {
    const village = await aDesk(t, '村里的', { in: tree.village, kind: 'staff' });
    await inTown();
    for (const more of [{}, { notVillage: true }]) {
      const { repeat, claimCode } = await written(village, more);
      expect(await repeat()).toMatchObject({ status: 201, body: { claimCode } });
    }
  });

  it('is not given to her who is barred since, nor once it lies elsewhere', async () => {
    const [desk, head] = [await inTown(), await inTown('陈秀英', 'chair')];
    const barred = await written(desk);
    await desk.act(barred.id, 'recusal', { reason: '对方是我表哥' });
    expect((await barred.repeat()).status).toBe(404);

    const there = await aDesk(t, '邻镇的', { in: tree.otherTown, kind: 'staff' });
    const left = await written(desk);
    const offer = { version: 1, federationId: tree.otherTown.id, reason: '她住在你们镇上' };
    await head.act(left.id, 'hand-over', offer);
    await t.http.post(`/desk/hand-overs/${left.id}/decision`, { version: 2, accept: true }, there);
    expect((await left.repeat()).status).toBe(404);
  });
});

describe('with her claim code', () => {
  it('a code that staff saw shows her words no more once it concerns a minor', async () => {
    const desk = await inTown();
    const written = { channel: 'phone', kind: 'labour_rights', text: '三个月没发工资' };
    const asked = (await anAct(desk, '/desk/case-tickets', written)()).body as unknown;
    const { id, claimCode } = asked as AskedForHelp;
    const add = anAct(desk, '/case-tickets/claim/messages', { claimCode, text: '老板又骂人' });
    expect((await add()).status).toBe(201);

    await desk.act(id, 'minor', { version: (await desk.open(id)).body.version });

    expect(JSON.stringify(await add())).not.toContain('三个月没发工资');
  });

  it('a repeated word is answered again, but not once she withdrew', async () => {
    const { claimCode } = await aTicket(t, { divisionCode: tree.codes.town });
    const headers = { 'idempotency-key': anIdempotencyKey() };
    const add = () =>
      t.http.post('/case-tickets/claim/messages', { claimCode, text: '他又来了' }, { headers });
    const first = await add();
    expect(await add()).toMatchObject({ status: 201, body: first.body as object });

    await claim(t, { claimCode }, 'withdraw');

    expect(await add()).toMatchObject({ status: 409, body: { code: 'case_ticket_sealed' } });
  });
});

it('an invitation is not given again to her who may no longer invite there', async () => {
  const posts = (['town', 'otherTown'] as const).map((place) => ({
    in: tree[place],
    kind: 'chair' as const,
  }));
  const head = await aDesk(t, '陈秀英', ...posts);
  const invite = anAct(head, `/desk/federations/${tree.town.id}/invitations`, { kind: 'staff' });
  const first = await invite();
  expect(await invite()).toMatchObject({ status: 201, body: first.body });

  await t.app.get(UnitOfWork).run((tx) => t.app.get(Accounts).endPost(tx, head.postIds[0]!));

  expect(await invite()).toMatchObject({ status: 404, body: { code: 'federation_not_found' } });
});
