import { startApp, type TestApp } from '../../test/app';
import { analyse, fill, planOf, sortsOrScans } from '../../test/plans';
import { ticketsInList } from './desk-row.repository';

jest.setTimeout(120_000);

const id = (n: number): string => String(n).padStart(26, '0');
const rows = 10_000;

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  const filled: [string, (n: number) => string][] = [
    [
      'case_ticket (id, kind, state, risk, federation_id, assignee_account_id, received_at, not_village, follow_up, version)',
      (n) => `'${id(n)}','children','accepted','normal','${id(n)}','${id(n)}',0,0,0,1`,
    ],
    [
      'federation (id, name, kind, sector, level, path, establishment_mode, created_at)',
      (n) => `'${id(n)}','示例妇联','federation','place','village','/${id(n)}/','alone',0`,
    ],
    ['account (id, name, is_invented, created_at)', (n) => `'${id(n)}','',1,0`],
    [
      'case_ticket_unlock (id, ticket_id, account_id, sealed_reason, asked_at)',
      (n) => `'${id(n)}','${id(n)}','${id(n)}','',0`,
    ],
    [
      'deadline (subject_id, rule, due_day)',
      (n) => `'${id(n)}','petition_settlement','2026-01-01'`,
    ],
  ];
  for (const [into, valuesOf] of filled) await fill(t, into, valuesOf, rows);
  await analyse(t, ...filled.map(([into]) => into.split(' ')[0]!));
});
afterAll(() => t.close());

it('finds by its key each row of each table that a page of a list shows', async () => {
  const ids = Array.from({ length: 20 }, (_, n) => id(n * 300));

  const plan = await planOf(t, ticketsInList(id(9), ids));

  expect(plan).not.toMatch(sortsOrScans);
});
