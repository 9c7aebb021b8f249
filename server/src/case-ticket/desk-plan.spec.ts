import { type CaseTicketState, caseTicketRisks, caseTicketStates } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { CaseTicketScope } from './case-ticket-scope.entity';
import { type DeskAfter, ticketsInBranch } from './desk.repository';
import { rangesOf, sortKeyOf } from './sort-key';

jest.setTimeout(120_000);

const onMariaDb = process.env.TEST_DB === 'mariadb';
const ticketCount = 50_000;
const id = (n: number): string => String(n).padStart(26, '0');
const [county, otherCounty, town] = [id(1), id(2), id(3)];

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  await fill();
});
afterAll(() => t.close());

/** Each ticket lies with a town and is seen by its county: 100,000 rows. */
async function fill(): Promise<void> {
  for (let from = 0; from < ticketCount; from += 2500) {
    const values = Array.from({ length: 2500 }, (_, n) => rowsOf(from + n))
      .flat()
      .map((row) => `('${row.ticketId}','${row.ancestorId}','${row.state}',${row.sortKey})`);
    await t.dataSource.query(
      `INSERT INTO case_ticket_scope (ticket_id, ancestor_id, state, sort_key) VALUES ${values.join()}`,
    );
  }
  await t.dataSource.query(onMariaDb ? 'ANALYZE TABLE case_ticket_scope' : 'ANALYZE');
}

function rowsOf(n: number): CaseTicketScope[] {
  const state = caseTicketStates[n % caseTicketStates.length]!;
  const risk = caseTicketRisks[n % 7 < 5 ? 2 : n % 2]!;
  const sortKey = sortKeyOf({ state, risk, receivedAt: 1_700_000_000_000 + n * 60_000 }, null);
  const place = { ticketId: id(100 + n), state, sortKey };
  return [
    { ...place, ancestorId: n % 50 === 0 ? otherCounty : county },
    { ...place, ancestorId: n % 1000 === 0 ? town : id(10 + (n % 40)) },
  ];
}

/** How the database means to find the rows, in its own words. */
async function planOf(state: CaseTicketState | undefined, after: DeskAfter): Promise<string> {
  const [range] = rangesOf(undefined, true);
  const query = ticketsInBranch(t.dataSource.manager, county, state, range!, after, 21);
  const [sql, values] = query.getQueryAndParameters();
  const plan: unknown = await t.dataSource.query(
    `${onMariaDb ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${sql}`,
    values,
  );
  return JSON.stringify(plan);
}

const middle: DeskAfter = [sortKeyOf({ state: 'closed', risk: 'high', receivedAt: 0 }, null), ''];

describe('a page of a desk among a hundred thousand rows', () => {
  it.each<[string, CaseTicketState | undefined, DeskAfter, string]>([
    ['first page', undefined, [-1, ''], 'case_ticket_scope_all'],
    ['a page far down', undefined, middle, 'case_ticket_scope_all'],
    ['first page of a state', 'accepted', [-1, ''], 'case_ticket_scope_state'],
    ['a page far down of a state', 'closed', middle, 'case_ticket_scope_state'],
  ])('is a range of one index, without sorting: %s', async (_, state, after, index) => {
    const plan = await planOf(state, after);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/filesort|TEMP B-TREE|SCAN/);
  });

  it('finds in order just what a look at every row finds', async () => {
    const own = Array.from({ length: ticketCount }, (_, n) => rowsOf(n)[0]!);
    const inOrder = own
      .filter(({ ancestorId, sortKey }) => ancestorId === county && sortKey >= middle[0])
      .sort((a, b) => a.sortKey - b.sortKey || (a.ticketId < b.ticketId ? -1 : 1));
    for (const state of [undefined, ...caseTicketStates]) {
      for (const range of rangesOf('high', true)) {
        const { manager } = t.dataSource;
        const found = await ticketsInBranch(manager, county, state, range, middle, 50).getMany();

        const expected = inOrder
          .filter((row) => !state || row.state === state)
          .filter(({ sortKey }) => sortKey >= range.from && sortKey < range.below);
        expect(found.map(({ ticketId }) => ticketId)).toEqual(
          expected.slice(0, 50).map(({ ticketId }) => ticketId),
        );
      }
    }
  });
});
