import {
  addDays,
  caseTicketKinds,
  type CaseTicketRisk,
  caseTicketRisks,
  caseTicketStates,
} from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { analyse, fill, manyRows, planOf, sortsOrScans } from '../../test/plans';
import { CaseTicketScope } from './case-ticket-scope.entity';
import {
  type DeskAfter,
  type DueAfter,
  ticketsDue,
  ticketsInBranch,
  ticketsWaiting,
  type Wanted,
} from './desk.repository';
import { placeOf, rangesOf, sortKeyOf } from './sort-key';

jest.setTimeout(120_000);

const id = (n: number): string => String(n).padStart(26, '0');
const [county, otherCounty, town] = [id(1), id(2), id(3)];

const ticketCount = manyRows / 2;

const wanted: Wanted = { ancestorId: county, accountId: id(9) };

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  // Each ticket lies with a town and is seen by its county.
  const columns =
    'ticket_id, ancestor_id, state, sort_key, kind, assignee_account_id, due_day, waits_since';
  await fill(t, `case_ticket_scope (${columns})`, (n) =>
    valuesOf(rowsOf(Math.floor(n / 2))[n % 2]!),
  );
  await fill(t, 'case_ticket_bar (ticket_id, account_id)', (n) => `'${id(n)}','${id(n)}'`);
  await analyse(t, 'case_ticket_scope', 'case_ticket_bar');
});
afterAll(() => t.close());

const quoted = (value: string | null): string => (value === null ? 'NULL' : `'${value}'`);
const valuesOf = ({ ticketId, ancestorId, state, sortKey, ...row }: CaseTicketScope): string =>
  `'${ticketId}','${ancestorId}','${state}',${sortKey},${[row.kind, row.assigneeAccountId, row.dueDay].map(quoted).join()},${row.waitsSince ?? 'NULL'}`;

function rowsOf(n: number): CaseTicketScope[] {
  const state = caseTicketStates[n % caseTicketStates.length]!;
  const risk = caseTicketRisks[n % 7 < 5 ? 2 : n % 2]!;
  const receivedAt = 1_700_000_000_000 + n * 60_000;
  const dueDay = n % 3 === 0 ? addDays('2026-01-01', n % 400) : null;
  const place = {
    ticketId: id(100 + n),
    ...placeOf(
      {
        state,
        risk,
        receivedAt,
        kind: caseTicketKinds[n % caseTicketKinds.length]!,
        assigneeAccountId: n % 4 === 0 ? null : id(n % 30),
      },
      dueDay,
      n % 20 === 0 ? receivedAt : null,
    ),
  };
  return [
    { ...place, ancestorId: n % 50 === 0 ? otherCounty : county },
    { ...place, ancestorId: n % 1000 === 0 ? town : id(10 + (n % 40)) },
  ];
}

const middle: DeskAfter = [sortKeyOf({ state: 'closed', risk: 'high', receivedAt: 0 }, null), ''];

describe('a page of a desk among a hundred thousand rows', () => {
  it.each<[string, Partial<Wanted>, DeskAfter, string]>([
    ['first page', {}, [-1, ''], 'case_ticket_scope_all'],
    ['a page far down', {}, middle, 'case_ticket_scope_all'],
    ['first page of a state', { state: 'accepted' }, [-1, ''], 'case_ticket_scope_state'],
    ['a page far down of a state', { state: 'closed' }, middle, 'case_ticket_scope_state'],
    ['first page of a kind', { kind: 'hardship' }, [-1, ''], 'case_ticket_scope_kind'],
    ['a page far down of a kind', { kind: 'children' }, middle, 'case_ticket_scope_kind'],
    ['what she has', { assigneeAccountId: id(7) }, [-1, ''], 'case_ticket_scope_assignee'],
    ['what nobody has', { assigneeAccountId: null }, middle, 'case_ticket_scope_assignee'],
  ])('is a range of one index, without sorting: %s', async (_, narrowed, after, index) => {
    const [range] = rangesOf(undefined, true);
    const { manager } = t.dataSource;
    const plan = await planOf(
      t,
      ticketsInBranch(manager, { ...wanted, ...narrowed }, range!, after, 21),
    );
    expect(plan).toContain(index);
    expect(plan).not.toMatch(sortsOrScans);
  });

  it.each<[string, DueAfter, CaseTicketRisk | undefined]>([
    ['first page', ['', ''], undefined],
    ['a page far down', ['2026-06-01', id(20_000)], undefined],
    ['of one risk', ['', ''], 'danger'],
  ])('is a range of one index by day, without sorting: %s', async (_, after, risk) => {
    const within = { fromDay: '2026-03-01', toDay: '2026-06-30', ranges: rangesOf(risk, false) };

    const plan = await planOf(t, ticketsDue(t.dataSource.manager, wanted, within, after, 21));

    expect(plan).toContain('case_ticket_scope_due');
    expect(plan).not.toMatch(sortsOrScans);
  });

  it.each<[string, DeskAfter]>([
    ['first page', [-1, '']],
    ['a page far down', [1_700_000_000_000 + 25_000 * 60_000, '']],
  ])('is a range of one index of what waits, without sorting: %s', async (_, after) => {
    for (const withdrawnToo of [true, false]) {
      const { manager } = t.dataSource;
      const plan = await planOf(t, ticketsWaiting(manager, { ...wanted, withdrawnToo }, after, 21));

      expect(plan).toContain('case_ticket_scope_waits');
      expect(plan).not.toMatch(sortsOrScans);
    }
  });

  it('finds by day just what a look at every row finds', async () => {
    const days = { fromDay: '2026-03-01', toDay: '2026-06-30' };
    for (const risk of [undefined, ...caseTicketRisks]) {
      const ranges = rangesOf(risk, false);
      const { manager } = t.dataSource;
      const query = ticketsDue(manager, wanted, { ...days, ranges }, ['', ''], ticketCount);

      const expected = Array.from({ length: ticketCount }, (_, n) => rowsOf(n)[0]!)
        .filter(({ ancestorId }) => ancestorId === county)
        .filter(({ dueDay }) => dueDay && dueDay >= days.fromDay && dueDay <= days.toDay)
        .filter(({ sortKey }) => ranges.some((one) => sortKey >= one.from && sortKey < one.below))
        .map(({ dueDay, ticketId }) => `${dueDay} ${ticketId}`);
      const found = (await query.getMany()).map((row) => `${row.dueDay} ${row.ticketId}`);
      expect(found).toEqual(expected.sort());
    }
  });

  it('finds in order just what a look at every row finds', async () => {
    const own = Array.from({ length: ticketCount }, (_, n) => rowsOf(n)[0]!);
    const inOrder = own
      .filter(({ ancestorId, sortKey }) => ancestorId === county && sortKey >= middle[0])
      .sort((a, b) => a.sortKey - b.sortKey || (a.ticketId < b.ticketId ? -1 : 1));
    for (const state of [undefined, ...caseTicketStates]) {
      for (const range of rangesOf('high', true)) {
        const { manager } = t.dataSource;
        const found = await ticketsInBranch(
          manager,
          { ...wanted, state },
          range,
          middle,
          50,
        ).getMany();

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
