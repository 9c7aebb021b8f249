import type { DataSource } from 'typeorm';
import { type FieldFact, visitKinds } from '@niangjia/shared';
import { CaseTicket } from '../../src/case-ticket';
import { LedgerEntryRow } from '../../src/ledger';
import { FieldFactRow, LinkRow, VisitNeedRow, VisitRow } from '../../src/visit';
import { aTree } from '../trees';
import {
  aCommitteeMember,
  aLink,
  aNeed,
  aTicketAsked,
  aVisit,
  type CommitteeMember,
} from '../visits';
import { brokenInvariants } from './invariants';
import { Killing } from './killing';

/** All points of a day take longer than a quarter of an hour on a busy machine. */
jest.setTimeout(60 * 60_000);

let she: CommitteeMember;
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async (t) => {
    const { village } = await aTree(t);
    she = await aCommitteeMember(t, village);
  });
});
afterAll(() => killing.end());

/** More rows are more writes at which to die: minutes of them. */
const women = process.env.PROVE === '1' ? 3 : 1;

/** A day in the field: women, visits, needs, and a ticket. */
function aDay(): FieldFact[] {
  const links = Array.from({ length: women }, () => aLink(she.gridId));
  const visits = links.map((link, n) =>
    aVisit(link, { kind: visitKinds[n]!, note: '聊了家里近况', needs: [aNeed(), aNeed()] }),
  );
  return [...links, ...visits, aTicketAsked(visits[0]!)];
}

const sync = (facts: FieldFact[]) =>
  killing.victim.post('/visits/sync', { facts }, { authorization: `Bearer ${she.token}` });

/** Facts without what they say, and what is there without its fact. */
async function broken(dataSource: DataSource): Promise<string[]> {
  const { manager } = dataSource;
  const facts = new Set((await manager.find(FieldFactRow)).map(({ id }) => id));
  const links = await manager.find(LinkRow);
  const entries = new Set((await manager.find(LedgerEntryRow)).map(({ id }) => id));
  const visits = await manager.find(VisitRow);
  const needs = await manager.find(VisitNeedRow);
  const rows = new Set([...links, ...visits].map(({ id }) => id));
  const asked = needs.flatMap(({ ticketFactId }) => ticketFactId ?? []);
  const tickets = await manager.find(CaseTicket);
  return [
    ...(await brokenInvariants(dataSource)),
    ...[...rows, ...asked].filter((id) => !facts.has(id)).map((id) => `${id} has no fact`),
    ...[...facts]
      .filter((id) => !rows.has(id) && !asked.includes(id))
      .map((id) => `fact ${id} is empty`),
    ...links
      .filter(({ ledgerEntryId }) => !entries.has(ledgerEntryId ?? ''))
      .map(({ id }) => `link ${id} is to nobody`),
    ...(needs.length === 2 * visits.length ? [] : ['a visit lacks a need']),
    ...(tickets.length === asked.length ? [] : ['a ticket without its need, or the reverse']),
  ];
}

describe('the server, killed at each point where it writes', () => {
  it('keeps a sync whole, once, and acknowledged', async () => {
    const sent: string[] = [];
    let facts: FieldFact[] = [];
    const killed = await killing.atEach({
      prepare: async () => {
        facts = aDay();
        sent.push(...facts.map(({ id }) => id));
        return () => sync(facts);
      },
      broken,
      check: async (again, first) => {
        const outcomes = (again?.body.results as { outcome: string }[]).map((r) => r.outcome);
        // All or nothing was there; what was acknowledged is.
        expect(new Set(outcomes).size).toBe(1);
        expect(['stored', 'already']).toContain(outcomes[0]);
        if (first) expect(outcomes[0]).toBe('already');
        const stored = await killing.withDatabase(({ manager }) => manager.find(FieldFactRow));
        expect(stored.map(({ id }) => id).sort()).toEqual([...sent].sort());
      },
    });
    killing.say(`a sync of ${facts.length} facts: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });
});
