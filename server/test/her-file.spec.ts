import type { EntityMetadata } from 'typeorm';
import type { MyData } from '@niangjia/shared';
import { anActivity, cancel, register } from './activities';
import { anAuthenticator } from './authenticator';
import { startApp, type TestApp } from './app';
import { anIdempotencyKey, aTicket } from './case-tickets';
import { aPerson, type GivenPerson } from './given';
import { aJob, herJobs } from './jobs';
import { aTree, type Tree } from './trees';
import { aGrid, aLink, aVisit, phoneOf } from './visits';
import { WeChatSimulator } from './wechat';
import { Accounts, keptOutOfHerFile, Sessions } from '../src/account';
import { Notifications } from '../src/notification';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { newId } from '../src/platform/ids';

jest.setTimeout(60_000);

let wechat: WeChatSimulator;
let t: TestApp;
let tree: Tree;
let her: GivenPerson;
beforeAll(async () => {
  wechat = await WeChatSimulator.start();
  t = await startApp({ config: { wechat: wechat.config } });
  tree = await aTree(t);
  const wechatCode = await wechat.code('oHerFileAAAAAAAAAAAAAAAAAAAA');
  type Signed = { token: string; account: { id: string } };
  const { token, account } = (await t.http.post<Signed>('/sessions', { wechatCode })).body;
  her = { token, accountId: account.id, postIds: [] };
});
afterAll(async () => {
  await t.close();
  await wechat.stop();
});

const run: UnitOfWork['run'] = (work) => t.app.get(UnitOfWork).run(work);

/** An account stands in them, by the name of a column; of these the key itself is an account's. */
const keyed = ['account', 'wechat_identity', 'second_factor'];
const columnOf = ({ tableName, columns }: EntityMetadata): string | undefined =>
  keyed.includes(tableName)
    ? 'id'
    : columns.find(({ databaseName }) => /account/.test(databaseName))?.databaseName;

const tables = () =>
  t.dataSource.entityMetadatas
    .map((entity) => ({ name: entity.tableName, column: columnOf(entity) }))
    .filter(({ name, column }) => column !== undefined && !(name in keptOutOfHerFile));

/** Rows of hers, table by table; a mark is nobody's but by what comes and goes. */
async function rowsOfHers(): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const { name, column } of tables()) {
    const where = column === 'account_mark' ? '1 = 1' : `${column} = '${her.accountId}'`;
    const sql = `SELECT COUNT(*) AS there FROM ${name} WHERE ${where}`;
    rows[name] = Number((await t.dataSource.query<{ there: string }[]>(sql))[0]?.there);
  }
  return rows;
}
const sum = (rows: Record<string, number>) => Object.values(rows).reduce((all, n) => all + n, 0);
const inFile = async () =>
  (await t.http.get<MyData>('/me/data', her)).body.parts.flatMap(({ rows }) => rows).length;

const acts: [string, () => Promise<unknown>][] = [
  ['signs in elsewhere', () => run((tx) => t.app.get(Sessions).start(tx, her.accountId, []))],
  [
    'signs out elsewhere',
    async () => {
      const { body } = await t.http.get<{ items: { id: string; isCurrent: boolean }[] }>(
        '/me/sessions',
        her,
      );
      const there = body.items.find(({ isCurrent }) => !isCurrent);
      await t.http.delete(`/me/sessions/${there?.id}`, her);
    },
  ],
  [
    'is told something',
    () =>
      run((tx) =>
        t.app.get(Notifications).tell(tx, [her.accountId], {
          kind: 'activity_changed',
          aboutId: newId(),
          text: '改到下午',
        }),
      ),
  ],
  [
    'registers, and cancels another',
    async () => {
      await register(t, await anActivity(t, tree.town), her);
      const { body } = await register(t, await anActivity(t, tree.town), her);
      await cancel(t, body, her);
    },
  ],
  [
    'books, and cancels another',
    async () => {
      const staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
      const { shifts } = await aJob(t, staff.token, { federationId: tree.town.id });
      const { book, cancel: giveBack } = herJobs(t, her.token);
      await book(shifts[0]!.id);
      await giveBack((await book(shifts[1]!.id)).body.id);
    },
  ],
  [
    'visits a woman in a grid of hers',
    async () => {
      const { accountId } = her;
      const { id: federationId } = tree.village;
      const post = { accountId, federationId, fromDay: '2026-01-01' };
      await run((tx) => t.app.get(Accounts).appoint(tx, [{ ...post, kind: 'committee_member' }]));
      const link = aLink(await aGrid(t, tree.village, [her]));
      expect(await phoneOf(t, her).outcomes(link, aVisit(link))).toEqual(['stored', 'stored']);
    },
  ],
  [
    'keeps a ticket',
    async () => {
      const { claimCode } = await aTicket(t, { divisionCode: tree.codes.town });
      const headers = { 'idempotency-key': anIdempotencyKey() };
      await t.http.post('/case-tickets/claim/keep', { claimCode }, { ...her, headers });
    },
  ],
  ['sets up her second factor', async () => void (await anAuthenticator(t, her.token))],
  [
    'saves a filter of a desk',
    async () => {
      const { accountId } = her;
      const post = { accountId, federationId: tree.town.id, fromDay: '2026-01-01' };
      await run((tx) => t.app.get(Accounts).appoint(tx, [{ ...post, kind: 'staff' }]));
      const body = { name: '急件', filter: { risk: 'danger', assigned: 'me' } };
      expect((await t.http.post('/desk/case-ticket-filters', body, her)).status).toBe(201);
    },
  ],
  [
    'held an office',
    () =>
      run((tx) => {
        const days = { fromDay: '2020-01-01', toDay: '2020-12-31' };
        const federationId = tree.town.id;
        return t.app
          .get(Accounts)
          .appoint(tx, [{ accountId: her.accountId, federationId, kind: 'staff', ...days }]);
      }),
  ],
];

describe('her file', () => {
  it('has her account, with her number at WeChat in the same row, and her first sign-in', async () => {
    const { parts } = (await t.http.get<MyData>('/me/data', her)).body;

    expect(parts[0]?.rows[0]?.['微信标识']).toBe('oHerFileAAAAAAAAAAAAAAAAAAAA');
    expect(await inFile()).toBe(sum(await rowsOfHers()) - 1);
  });

  it.each(acts)('has every row that is written when she %s', async (_, act) => {
    const [rows, told] = [sum(await rowsOfHers()), await inFile()];
    await act();
    const more = sum(await rowsOfHers()) - rows;

    expect(more).toBeGreaterThan(0);
    expect((await inFile()) - told).toBe(more);
  });

  it('has something of every table that names an account, or the table says why not', async () => {
    const empty = Object.entries(await rowsOfHers()).filter(([, rows]) => rows === 0);
    expect(empty).toEqual([]);
  });
});
