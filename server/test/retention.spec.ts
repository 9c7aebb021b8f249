import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anActivity, register } from './activities';
import { startApp, type TestApp } from './app';
import { anIdempotencyKey, aTicket, claim, staff } from './case-tickets';
import { aPerson } from './given';
import { aNight } from './nights';
import { aTree } from './trees';
import { retention, retentionDays, Sessions } from '../src/account';
import { Audit } from '../src/audit';
import { Notifications } from '../src/notification';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { newId } from '../src/platform/ids';

jest.setTimeout(60_000);

const page = join(__dirname, '../../docs/privacy.md');

/** What the page prints of each table. */
const printed = (): string[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    );

const declared = (): string[] =>
  Object.entries(retention).flatMap(([table, kept]) =>
    kept.map(({ what, until }) => `\`${table}\` | ${what} | ${until}`),
  );

let t: TestApp;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(() => t.clock.tell('2026-11-26T09:00:00+08:00'));

describe('how long everything is kept', () => {
  it('is declared for every table there is, and for no other', () => {
    const tables = t.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(Object.keys(retention).sort()).toEqual(tables.sort());
  });

  it('is printed in docs/privacy.md as it is declared', () => {
    expect(printed()).toEqual(declared());
  });
});

const count = async (table: string, where = '1 = 1'): Promise<number> => {
  const sql = `SELECT COUNT(*) AS rows_there FROM ${table} WHERE ${where}`;
  const [row] = await t.dataSource.query<{ rows_there: string }[]>(sql);
  return Number(row?.rows_there);
};
const run: UnitOfWork['run'] = (work) => t.app.get(UnitOfWork).run(work);

/** A day on which everything happens that leaves a row. */
async function aFullDay(): Promise<void> {
  const tree = await aTree(t);
  const she = await aPerson(t);
  const { token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  await register(t, await anActivity(t, tree.town), she);
  await run((tx) =>
    t.app.get(Notifications).tell(tx, [she.accountId], {
      kind: 'activity_changed',
      aboutId: newId(),
      text: '改到下午',
    }),
  );
  const [withdrawn, closed] = [
    await aTicket(t, { divisionCode: tree.codes.town }),
    await aTicket(t, { divisionCode: tree.codes.town }),
  ];
  const { claimCode } = closed;
  const headers = { 'idempotency-key': anIdempotencyKey() };
  await t.http.post('/case-tickets/claim/keep', { claimCode }, { ...she, headers });
  await claim(t, withdrawn, 'withdraw');
  const desk = staff(t, token);
  await desk.open(closed.id);
  await desk.move(closed.id, 'accepted');
  await desk.write(closed.id, '办好了');
  await desk.move(closed.id, 'closed', '办好了');
}

/** How many rows of what goes with time are there now. */
const there = async () => ({
  replies: await count('idempotency'),
  sessions: await count('session'),
  notices: await count('notification'),
  signIns: await count('audit_entry', "subject_type IN ('session', 'account')"),
  looks: await count('audit_entry', "action = 'case_ticket.read'"),
  acts: await count('audit_entry', "subject_type NOT IN ('session', 'account')"),
  keys: await count('case_ticket', 'wrapped_key IS NOT NULL'),
  kept: await count('kept_ticket'),
});

describe('what has been kept long enough', () => {
  it('goes in the night after its last day, one kind after the other, and not before', async () => {
    await aFullDay();
    const first = await there();
    expect(Object.entries(first).filter(([, rows]) => rows === 0)).toEqual([]);

    const went: [number, string][] = [];
    let before = first;
    const { withdrawnTicket, closedTicket, signInRecord, accessRecord, notice } = retentionDays;
    const ends = [1, 90, withdrawnTicket, signInRecord, notice, closedTicket, accessRecord];
    for (const day of ends.flatMap((end) => [end, end + 1]).sort((a, b) => a - b)) {
      t.clock.tell('2026-11-26T03:30:00+08:00');
      t.clock.pass({ days: day });
      await aNight(t);
      const now = await there();
      for (const [kind, rows] of Object.entries(now))
        if (rows < before[kind as keyof typeof before]) went.push([day, `${kind} ${rows}`]);
      before = now;
    }

    expect(went).toEqual([
      [1, 'sessions 1'],
      [2, 'replies 0'],
      [90, 'sessions 0'],
      [withdrawnTicket + 1, 'keys 1'],
      [signInRecord + 1, 'signIns 0'],
      [notice + 1, 'notices 0'],
      [closedTicket + 1, 'keys 0'],
      [closedTicket + 1, 'kept 0'],
      [accessRecord + 1, 'looks 0'],
      [accessRecord + 1, 'acts 0'],
    ]);
  });

  it('is nothing of what is not over', async () => {
    await aFullDay();
    t.clock.pass({ minutes: 1 });
    const before = await there();
    expect(await aNight(t)).toBeGreaterThanOrEqual(5);
    expect(await there()).toEqual(before);
  });

  it('is an ended session within the hour, and a staff session that nobody used', async () => {
    const tree = await aTree(t);
    const she = await aPerson(t);
    const idle = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    const outside = await aPerson(t, [{ in: tree.village, kind: 'committee_member' }]);
    await run((tx) => t.app.get(Sessions).start(tx, she.accountId, []));
    await t.http.delete('/sessions/current', she);
    const each = () =>
      Promise.all(
        [she, idle, outside].map(({ accountId }) =>
          count('session', `account_id = '${accountId}'`),
        ),
      );

    await aNight(t);
    expect(await each()).toEqual([1, 1, 1]);
    t.clock.pass({ minutes: 30 });
    await aNight(t);
    expect(await each()).toEqual([1, 0, 1]);
    t.clock.pass({ hours: 11.5 });
    await aNight(t);
    expect(await each()).toEqual([1, 0, 0]);
  });

  it('leaves the looks at a ticket to be read until then', async () => {
    const subject = { type: 'case_ticket', id: newId() };
    await run((tx) => t.app.get(Audit).record(tx, { accountId: newId(), act: 'read', subject }));

    t.clock.pass({ days: retentionDays.accessRecord - 1 });
    await aNight(t);
    expect(await t.app.get(Audit).readsOf(subject)).toHaveLength(1);
    t.clock.pass({ days: 1 });
    await aNight(t);
    expect(await t.app.get(Audit).readsOf(subject)).toEqual([]);
  });
});
