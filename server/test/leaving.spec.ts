import {
  type MeDeleted,
  type MyData,
  type RefusalBody,
  type Session,
  staysAfterHerAccount,
} from '@niangjia/shared';
import { anActivity, brokenSeats, register } from './activities';
import { startApp, type TestApp } from './app';
import { aTicket, claim } from './case-tickets';
import { aPerson } from './given';
import { aJob, aPattern, herJobs } from './jobs';
import { plantedValuesFound } from './planted-values';
import { aTree, type Tree } from './trees';
import { aCommitteeMember, aLink, aVisit, phoneOf } from './visits';
import { WeChatSimulator } from './wechat';
import { AuditEntryRow } from '../src/audit';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { AccountRow, Accounts, retentionDays, SessionRow, WeChatIdentityRow } from '../src/account';

jest.setTimeout(120_000);

const women = 20;

let wechat: WeChatSimulator;
let t: TestApp;
let tree: Tree;
beforeAll(async () => {
  wechat = await WeChatSimulator.start();
  t = await startApp({ config: { wechat: wechat.config } });
  tree = await aTree(t);
});
afterAll(async () => {
  await t.close();
  await wechat.stop();
});

const leave = (token: string, confirm = '删除') =>
  t.http.delete<MeDeleted & RefusalBody>('/me', { token, body: { confirm } });
const signIn = async (openid: string): Promise<Session> =>
  (await t.http.post<Session>('/sessions', { wechatCode: await wechat.code(openid) })).body;
const dataOf = (token: string) => t.http.get<MyData>('/me/data', { token });
const rowsOf = (table: string): Promise<Record<string, unknown>[]> =>
  t.dataSource.query(`SELECT * FROM ${table}`);

/** Every table in which the value stands. */
async function tablesWith(value: string): Promise<string[]> {
  const names = t.dataSource.entityMetadatas.map(({ tableName }) => tableName);
  const found = [];
  for (const name of names)
    if (JSON.stringify(await rowsOf(name)).includes(value)) found.push(name);
  return found;
}

/** A woman who has done everything that an account is for. */
async function aBusyWoman(openid: string) {
  const session = await signIn(openid);
  const { token } = session;
  const staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  const activity = await anActivity(t, tree.town, { seats: 1 });
  await register(t, activity, { token });
  const next = await aPerson(t);
  await register(t, activity, next);
  const shiftPatterns = [aPattern({ places: 1 })];
  const job = await aJob(t, staff.token, { federationId: tree.town.id, shiftPatterns });
  const shareWithEmployer = { name: '示例·阿珍', phone: '0595-0000 0001' };
  await herJobs(t, token).book(job.shifts[0]!.id, { remark: '我带饭', shareWithEmployer });
  const ticket = await aTicket(t, { divisionCode: tree.codes.town });
  await t.http.post('/case-tickets/claim/keep', { claimCode: ticket.claimCode }, { token });
  const visitor = await aCommitteeMember(t, tree.village, '示例·郑春兰');
  const link = aLink(visitor.gridId, { phone: '0595-0000 0001' });
  await phoneOf(t, visitor).sync(link, aVisit(link, { note: '说起孩子上学' }));
  await t.http.post('/links/claim/keep', { linkCode: link.linkCode }, { token });
  return { ...session, activity, job, ticket, next, link };
}

describe('her data', () => {
  it('is one file of everything that any part keeps of her, each field explained', async () => {
    const her = await aBusyWoman('oHerDataAAAAAAAAAAAAAAAAAAAA');
    const { body, headers } = await dataOf(her.token);

    expect(headers['content-disposition']).toBe('attachment; filename="my-data.json"');
    const rows = Object.fromEntries(body.parts.map((part) => [part.name, part.rows]));
    expect(rows).toMatchObject({
      账号: [{ 编号: her.account.id, 微信标识: 'oHerDataAAAAAAAAAAAAAAAAAAAA' }],
      登录: [{}],
      任职: [],
      操作记录: [
        { 操作: 'session.started', 结果: 'done' },
        { 操作: 'account.copied', 结果: 'done' },
      ],
      消息: [],
      收进我的: [{ 名称: '11月26日收进的一件事', 进展: '已收到' }],
      活动报名: [{ 活动: '一起包粽子', 状态: '已报名' }],
      妈妈岗预约: [{ 岗位: '缝纫工', 留言: '我带饭' }],
      联系您的执委: [
        {
          执委: '示例·郑春兰',
          状态: '联系中',
          记了什么: '姓名、电话、来过 1 次（每次的日子、方式、风险高低、您的需要、走访时记的话）',
        },
      ],
      负责的网格: [],
      您做的走访: [],
    });
    for (const { fields, rows } of body.parts) {
      expect(Object.values(fields).filter((say) => say.length === 0)).toEqual([]);
      for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(fields));
    }
  });

  it('names every table that has her account in it', async () => {
    const her = await aBusyWoman('oTablesAAAAAAAAAAAAAAAAAAAAA');
    expect((await tablesWith(her.account.id)).sort()).toEqual([
      'account',
      'audit_entry',
      'booking',
      'registration',
      'session',
      'visit_link',
      'wechat_identity',
    ]);
  });
});

describe('the deletion of her account', () => {
  it('gives back what she held, and the next in line has her seat', async () => {
    const her = await aBusyWoman('oGivesBackAAAAAAAAAAAAAAAAAA');

    const { status, body } = await leave(her.token);

    expect({ status, deleted: body.deleted }).toEqual({ status: 200, deleted: true });
    const { items } = (
      await t.http.get<{ items: { state: string }[] }>('/me/registrations', her.next)
    ).body;
    expect(items).toMatchObject([{ state: 'registered' }]);
    expect(await brokenSeats(t, her.activity.id)).toEqual([]);
    const { linkCode } = her.link;
    const { body: link } = await t.http.post('/links/claim', { linkCode });
    expect(link).toMatchObject({ state: 'ended' });
    const other = herJobs(t, (await aPerson(t)).token);
    expect((await other.book(her.job.shifts[0]!.id)).status).toBe(201);
    expect((await claim(t, her.ticket)).status).toBe(200);
  });

  it('ends all her sessions, and signing in again makes her a new account', async () => {
    const openid = 'oEndsAllAAAAAAAAAAAAAAAAAAAA';
    const [one, two] = [await signIn(openid), await signIn(openid)];

    await leave(one.token);

    for (const { token } of [one, two])
      expect(await dataOf(token)).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect((await signIn(openid)).account.id).not.toBe(one.account.id);
  });

  it.each(['', '是', '删除我', 'delete'])('is not done for “%s”', async (confirm) => {
    const { token } = await aPerson(t);
    expect((await leave(token, confirm)).status).toBe(400);
    expect((await dataOf(token)).status).toBe(200);
  });

  it('waits until her office has ended', async () => {
    const { token, postIds } = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    expect(await leave(token)).toMatchObject({ status: 409, body: { code: 'holds_post' } });

    await t.app.get(UnitOfWork).run((tx) => t.app.get(Accounts).endPost(tx, postIds[0]!));

    expect((await leave(token)).body.kept).toHaveLength(3);
  });

  it('is whole or not at all', async () => {
    const her = await aBusyWoman('oWholeAAAAAAAAAAAAAAAAAAAAAA');
    const before = await tablesWith(her.account.id);
    await t.dataSource.query('ALTER TABLE booking RENAME TO booking_gone');
    const failed = await leave(her.token);
    await t.dataSource.query('ALTER TABLE booking_gone RENAME TO booking');

    expect(failed.status).toBe(500);
    expect(await tablesWith(her.account.id)).toEqual(before);
    expect((await leave(her.token)).status).toBe(200);
  });

  it('says what the law keeps: audit entries under an id that leads to nobody', async () => {
    const her = await aBusyWoman('oAuditAAAAAAAAAAAAAAAAAAAAAA');
    const { body } = await leave(her.token);

    expect(body.kept).toEqual(staysAfterHerAccount);
    expect(body.kept.join('')).toContain(`留 ${retentionDays.signInRecord} 天`);
    expect(await tablesWith(her.account.id)).toEqual(['audit_entry']);
    const entries = await t.dataSource.manager.findBy(AuditEntryRow, { accountId: her.account.id });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'account.deleted',
      'session.ended',
      'session.started',
    ]);
  });

  it(`of ${women} women leaves nothing of them in any file, dump or log, sealed or not`, async () => {
    const openids = Array.from(
      { length: women },
      (_, n) => `oGone${String(n).padStart(3, '0')}AAAAAAAAAAAAAAAAAAAA`,
    );
    const her = [];
    for (const openid of openids) her.push(await aBusyWoman(openid));
    const { manager } = t.dataSource;
    const sealed: string[] = [];
    for (const { account } of her) {
      const { name } = await manager.findOneByOrFail(AccountRow, { id: account.id });
      const identity = await manager.findOneByOrFail(WeChatIdentityRow, { id: account.id });
      const { tokenHash } = await manager.findOneByOrFail(SessionRow, { accountId: account.id });
      sealed.push(name, identity.openid, identity.openidIndex, tokenHash);
    }
    for (const table of ['booking', 'kept_ticket'])
      for (const row of await rowsOf(table))
        sealed.push(...[row.shared, row.remark, row.sealed_ticket, row.account_mark].map(String));
    const planted = [...new Set(sealed)].filter((value) => value.length > 20);
    const found = () => plantedValuesFound(t, planted, tree.town.id);
    expect(new Set((await found()).map((place) => place.split(' ')[0])).size).toBe(planted.length);

    for (const { token } of her) expect((await leave(token)).status).toBe(200);

    const left = JSON.stringify([await rowsOf('booking'), await rowsOf('kept_ticket')]);
    const hers = planted.filter((value) => !left.includes(value));
    expect(hers.length).toBeGreaterThanOrEqual(women * 8);
    const places = await found();
    expect(places.filter((place) => hers.includes(place.split(' ')[0]!))).toEqual([]);
  });
});
