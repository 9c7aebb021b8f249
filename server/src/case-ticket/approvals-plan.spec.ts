import { startApp, type TestApp } from '../../test/app';
import { analyse, fill, planOf, sortsOrScans } from '../../test/plans';
import { extensionsBy } from '../deadline';
import { inSight } from './desk.repository';
import { unlocksBy } from './unlock.repository';

jest.setTimeout(120_000);

const id = (n: number): string => String(n).padStart(26, '0');
const minuteOf = (n: number): number => 1_700_000_000_000 + n * 60_000;
const [her, county] = [id(1), id(2)];
const branches = [{ federationId: county, withdrawnToo: true }];

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  // Of one person there are a thousand, spread over all that were ever asked.
  const whose = (n: number) => (n % 100 === 0 ? her : id(10 + (n % 400)));
  await fill(
    t,
    'case_ticket_unlock (id, ticket_id, account_id, sealed_reason, asked_at, decided_by_account_id, approved)',
    (n) => `'${id(n)}','${id(n)}','${whose(n)}','',${minuteOf(n)},'${whose(n + 50)}',1`,
  );
  await fill(
    t,
    'deadline_extension (subject_id, rule, state, days, original_due_day, asked_by_account_id, asked_at, decided_by_account_id)',
    (n) =>
      `'${id(n)}','petition_settlement','approved',10,'2026-01-01','${whose(n)}',${minuteOf(n)},'${whose(n + 50)}'`,
  );
  await fill(
    t,
    'case_ticket_scope (ticket_id, ancestor_id, state, sort_key)',
    (n) => `'${id(n)}','${county}','accepted',${n}`,
  );
  await fill(t, 'case_ticket_bar (ticket_id, account_id)', (n) => `'${id(n)}','${id(n)}'`);
  await analyse(
    t,
    ...['case_ticket_unlock', 'deadline_extension', 'case_ticket_scope', 'case_ticket_bar'],
  );
});
afterAll(() => t.close());

describe('among a hundred thousand rows a range of one index, without sorting, is', () => {
  it.each([
    ['accountId', 'case_ticket_unlock_asked'],
    ['decidedByAccountId', 'case_ticket_unlock_decided'],
  ] as const)('what one person asked to read, or decided on: %s', async (column, index) => {
    for (const at of [Number.MAX_SAFE_INTEGER, minuteOf(50_000)]) {
      const by = unlocksBy(t.dataSource.manager, { column, accountId: her }, [at, ''], 21);
      const query = inSight(by, 'u.ticketId', branches, her);
      const plan = await planOf(t, query);

      expect(plan).toContain(index);
      expect(plan).not.toMatch(sortsOrScans);
      expect(await query.getMany()).toHaveLength(21);
    }
  });

  it.each([
    ['askedByAccountId', 'deadline_extension_asked'],
    ['decidedByAccountId', 'deadline_extension_decided'],
  ] as const)('the days that one person asked for, or decided on: %s', async (column, index) => {
    for (const at of [Number.MAX_SAFE_INTEGER, minuteOf(50_000)]) {
      const by = extensionsBy(t.dataSource.manager, { column, accountId: her }, [at, '', ''], 21);
      const query = inSight(by, 'x.subjectId', branches, her);
      const plan = await planOf(t, query);

      expect(plan).toContain(index);
      expect(plan).not.toMatch(sortsOrScans);
      expect(await query.getMany()).toHaveLength(21);
    }
  });
});
