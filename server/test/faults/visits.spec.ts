import type { DataSource } from 'typeorm';
import type {
  FieldFact,
  LinkedWoman,
  LinkMade,
  Page,
  SyncResult,
  VisitMade,
} from '@niangjia/shared';
import { CaseTicket } from '../../src/case-ticket';
import { LedgerEntryRow } from '../../src/ledger';
import { FieldFactRow, LinkRow, VisitNeedRow, VisitRow } from '../../src/visit';
import { newId } from '../../src/platform/ids';
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
import type { Reply } from './victim';

/** All points of a day take longer than a quarter of an hour on a busy machine. */

let she: CommitteeMember;
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async (t) => {
    const { village } = await aTree(t);
    she = await aCommitteeMember(t, village);
  });
});
afterAll(() => killing.end());

const headers = () => ({ authorization: `Bearer ${she.token}` });

/** Somebody for her list, who stays on it, and somebody whom she takes off again. */
interface Day {
  facts: FieldFact[];
  /** What she writes while the server is away. */
  later: FieldFact[];
  seen: Pick<LinkedWoman, 'id' | 'lastVisitDay' | 'followUpDay'>;
}

function aDay(): Day {
  const [link, other] = [aLink(she.gridId), aLink(she.gridId)];
  const visitOf = (to: LinkMade, given: Partial<VisitMade> = {}) =>
    aVisit(to, { note: '聊了家里近况', needs: [aNeed(), aNeed()], ...given });
  const visit = visitOf(link);
  const left: FieldFact = { type: 'link_left', id: newId(), linkId: other.id };
  const again = visitOf(link, { visitDay: '2026-11-27', followUpDay: '2026-12-24' });
  return {
    facts: [link, other, visit, visitOf(other, { kind: 'phone' }), aTicketAsked(visit), left],
    later: [again, aTicketAsked(visit, { needId: visit.needs[1]!.id }), aTicketAsked(again)],
    seen: { id: link.id, lastVisitDay: '2026-11-27', followUpDay: '2026-12-24' },
  };
}

/** Her phone: what waits on it, and all that she ever wrote. */
class Phone {
  waiting: FieldFact[] = [];
  readonly written: string[] = [];

  write(facts: FieldFact[]): void {
    this.waiting.push(...facts);
    this.written.push(...facts.map(({ id }) => id));
  }

  /** What was told to be with the service leaves it, and nothing else. */
  async sync(): Promise<Reply | undefined> {
    const reply = await killing.victim.post('/visits/sync', { facts: this.waiting }, headers());
    const results = (reply?.body.results ?? []) as SyncResult[];
    const isThere = ({ outcome }: SyncResult) => outcome === 'stored' || outcome === 'already';
    const there = new Set(results.filter(isThere).map(({ id }) => id));
    this.waiting = this.waiting.filter(({ id }) => !there.has(id));
    return reply;
  }
}

async function womenOnHerList(): Promise<LinkedWoman[]> {
  const all: LinkedWoman[] = [];
  for (let after: string | null = ''; after !== null;) {
    const path = `/me/linked-women?limit=100${after && `&after=${after}`}`;
    const { body } = await killing.victim.get(path, headers());
    const { items, next } = body as unknown as Page<LinkedWoman>;
    all.push(...items);
    after = next;
  }
  return all;
}

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
  const left = await manager.countBy(FieldFactRow, { type: 'link_left' });
  const ended = links.filter(({ state }) => state === 'ended');
  return [
    ...(await brokenInvariants(dataSource)),
    ...[...rows, ...asked].filter((id) => !facts.has(id)).map((id) => `${id} has no fact`),
    ...(facts.size === rows.size + asked.length + left ? [] : ['a fact is empty']),
    ...(left === ended.length ? [] : ['a link left and not ended, or the reverse']),
    ...links
      .filter(({ ledgerEntryId }) => !entries.has(ledgerEntryId ?? ''))
      .map(({ id }) => `link ${id} is to nobody`),
    ...(needs.length === 2 * visits.length ? [] : ['a visit lacks a need']),
    ...(tickets.length === asked.length ? [] : ['a ticket without its need, or the reverse']),
  ];
}

describe('the server, killed at each point where it writes', () => {
  it('keeps a sync whole, once, and acknowledged, and the phone goes on', async () => {
    const phone = new Phone();
    const seen: Day['seen'][] = [];
    let day = aDay();
    const killed = await killing.atEach({
      prepare: async () => {
        day = aDay();
        phone.write(day.facts);
        return () => phone.sync();
      },
      broken,
      meanwhile: () => phone.write(day.later),
      check: async (again, first) => {
        const outcomes = (again?.body.results as SyncResult[]).map(({ outcome }) => outcome);
        const later = outcomes.splice(-day.later.length);
        // All or nothing of the first was there; what was acknowledged is not sent again.
        expect(outcomes).toHaveLength(first ? 0 : day.facts.length);
        expect(new Set(outcomes).size).toBeLessThanOrEqual(1);
        expect([...new Set([...outcomes, ...later])]).not.toContain('refused');
        expect(new Set(later)).toEqual(new Set(['stored']));
        expect(phone.waiting).toEqual([]);
        const stored = await killing.withDatabase(({ manager }) => manager.find(FieldFactRow));
        expect(stored.map(({ id }) => id).sort()).toEqual([...phone.written].sort());
        seen.push(day.seen);
      },
    });

    // The last day passed untouched, so that nothing was written later.
    const women = await womenOnHerList();
    const untouched = { id: day.seen.id, lastVisitDay: '2026-11-26', followUpDay: null };
    expect(women).toHaveLength(killed + 1);
    expect(women).toEqual(
      expect.arrayContaining(
        [...seen, untouched].map((one) => expect.objectContaining(one) as object),
      ),
    );
    const facts = `${day.facts.length} facts, then ${day.later.length}`;
    killing.say(`a sync of ${facts}: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });
});
