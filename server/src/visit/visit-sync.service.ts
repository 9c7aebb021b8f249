import {
  type FieldFact,
  type LinkMade,
  refusals,
  rfc3339,
  type Synced,
  type SyncResult,
} from '@niangjia/shared';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { type Audited, Audit } from '../audit';
import { Grids, LedgerEntries } from '../ledger';
import { Clock } from '../platform/clock';
import { Cipher } from '../platform/crypto/cipher';
import { isUnavailable, isUniqueViolation } from '../platform/database/faults';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { safeError } from '../platform/log';
import { type Additions, Deciding, type Decision, inOrder } from './deciding';
import { isMade, type Known, readKnown } from './known';
import { LinkCodes } from './link-codes';
import { LinkEnds } from './link-ends.service';
import { insertLinks } from './link.repository';
import { NeedTickets, type PreparedTickets } from './need-tickets.service';
import { type Read, readFact } from './read-fact';
import { needText, visitNote } from './visit.entity';
import { insertFacts, insertNeeds, insertVisits, setTicketed } from './visit.repository';

const contentPlace = { table: 'field_fact', column: 'content_mark' };

/** What became of each fact, and who may be the same person. */
interface Applied {
  decisions: Map<FieldFact, Decision>;
  twins: Map<string, string>;
}

type Stored = { fact: FieldFact; contentMark: string };

/** Takes in what happened in the field. Facts are only added; the id of each makes it count once. */
@Injectable()
export class VisitSync {
  private readonly log = new Logger(VisitSync.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly grids: Grids,
    private readonly entries: LedgerEntries,
    private readonly codes: LinkCodes,
    private readonly ends: LinkEnds,
    private readonly tickets: NeedTickets,
  ) {}

  async sync(person: Person, raw: readonly unknown[]): Promise<Synced> {
    const results = await this.receive(person, raw.map(readFact));
    return { results, serverTime: rfc3339(this.clock.now()) };
  }

  /** A result for each, in the order given. */
  async receive(person: Person, read: readonly Read[]): Promise<SyncResult[]> {
    const facts = inOrder(read.flatMap((one) => ('fact' in one ? one.fact : [])));
    const prepared = await this.tickets.prepare(facts, () =>
      this.grids.heldBy(this.unitOfWork.reader, person),
    );
    const { decisions, twins } = await this.store(person, facts, prepared);
    return read.map((one) =>
      'fact' in one ? resultOf(one.fact, decisions.get(one.fact)!, twins) : badResult(one),
    );
  }

  /** In the transaction of the caller, as of a moment: a refused fact is just not added. */
  async apply(
    tx: EntityManager,
    person: Person,
    facts: readonly FieldFact[],
    prepared: PreparedTickets,
    receivedAt = this.clock.now(),
  ): Promise<Applied> {
    const { accountId } = person;
    await this.accounts.holdFor(tx, accountId);
    const known = await this.known(tx, person, facts);
    const deciding = new Deciding(known, this.fieldOf(accountId, receivedAt));
    const decisions = new Map<FieldFact, Decision>();
    const stored: Stored[] = [];
    const audited: Audited[] = [];

    for (const fact of facts) {
      const contentMark = this.markOf(accountId, fact);
      const before = known.facts.get(fact.id);
      if (before) {
        const isSame = before.contentMark === contentMark;
        decisions.set(fact, isSame ? 'already' : { refused: 'id_taken' });
        continue;
      }
      const decision = await this.decide(tx, accountId, fact, { deciding, prepared, audited });
      decisions.set(fact, decision);
      if (decision !== 'stored') continue;
      known.facts.set(fact.id, { contentMark });
      stored.push({ fact, contentMark });
    }

    await this.write(tx, accountId, deciding.additions, receivedAt);
    await insertFacts(
      tx,
      stored.map(({ fact: { id, type }, contentMark }) => ({
        id,
        type,
        accountId,
        contentMark,
        receivedAt,
      })),
    );
    await this.audit.recordAll(tx, audited);
    return { decisions, twins: await this.twins(tx, known, facts) };
  }

  private async store(
    person: Person,
    facts: readonly FieldFact[],
    prepared: PreparedTickets,
  ): Promise<Applied> {
    try {
      return await this.unitOfWork.run((tx) => this.apply(tx, person, facts, prepared));
    } catch (fault) {
      if (endsAll(fault)) throw fault;
      return this.oneByOne(person, facts, prepared);
    }
  }

  /** Something stood in the way of one of them: the others are not to wait for it. */
  private async oneByOne(
    person: Person,
    facts: readonly FieldFact[],
    prepared: PreparedTickets,
  ): Promise<Applied> {
    const all: Applied = { decisions: new Map(), twins: new Map() };
    for (const fact of facts) {
      try {
        const one = await this.unitOfWork.run((tx) => this.apply(tx, person, [fact], prepared));
        one.decisions.forEach((decision) => all.decisions.set(fact, decision));
        one.twins.forEach((twin, id) => all.twins.set(id, twin));
      } catch (fault) {
        if (endsAll(fault)) throw fault;
        all.decisions.set(fact, { refused: this.codeOf(fault) });
      }
    }
    return all;
  }

  private codeOf(fault: unknown): 'id_taken' | 'fault' {
    if (isUniqueViolation(fault)) return 'id_taken';
    this.log.error(safeError(fault));
    return 'fault';
  }

  private known(tx: EntityManager, person: Person, facts: readonly FieldFact[]): Promise<Known> {
    return readKnown(tx, person.accountId, facts, {
      gridsOf: () => this.grids.heldBy(tx, person),
      entriesOf: (ids) => this.entries.rowsOf(tx, ids),
      codeMarkOf: (linkCode) => this.codes.markOf(linkCode),
    });
  }

  private fieldOf(accountId: string, receivedAt: number) {
    return {
      accountId,
      receivedAt,
      codeMarkOf: (linkCode: string) => this.codes.markOf(linkCode),
      sealNote: (id: string, note: string) => this.cipher.seal(visitNote, id, note),
      sealNeed: (id: string, text: string) => this.cipher.seal(needText, id, text),
    };
  }

  private async decide(
    tx: EntityManager,
    accountId: string,
    fact: FieldFact,
    batch: { deciding: Deciding; prepared: PreparedTickets; audited: Audited[] },
  ): Promise<Decision> {
    const { deciding, audited } = batch;
    if (fact.type === 'link_made') {
      const decision = deciding.linkMade(fact);
      if (decision === 'stored')
        audited.push({ accountId, act: 'made', subject: { type: 'visit_link', id: fact.id } });
      return decision;
    }
    if (fact.type === 'visit_made') return deciding.visitMade(fact);
    if (fact.type === 'link_left') return deciding.linkLeft(fact);

    const ticket = deciding.ticketAsked(fact);
    if (typeof ticket === 'string' || 'refused' in ticket) return ticket;
    const prepared = batch.prepared.get(fact.id);
    // The link came in between: the next sync finds it.
    if (!prepared) return { refused: 'link_not_found' };
    try {
      const id = await this.tickets.make(tx, accountId, ticket, prepared);
      audited.push({ accountId, act: 'ask_at_visit', subject: { type: 'case_ticket', id } });
    } catch (fault) {
      if (fault instanceof Refusal) return { refused: fault.code };
      throw fault;
    }
    if (!ticket.isNew) await setTicketed(tx, ticket.need.id, fact.id);
    ticket.need.ticketFactId = fact.id;
    return 'stored';
  }

  private async write(
    tx: EntityManager,
    accountId: string,
    { entries, links, left, visits, needs }: Additions,
    receivedAt: number,
  ): Promise<void> {
    await this.entries.add(tx, entries, receivedAt);
    await insertLinks(tx, links);
    await insertVisits(tx, visits);
    await insertNeeds(tx, needs);
    await this.ends.end(tx, left, 'committee_member', accountId);
  }

  private twins(
    tx: EntityManager,
    { grids }: Known,
    facts: readonly FieldFact[],
  ): Promise<Map<string, string>> {
    const made = facts.filter((fact): fact is LinkMade => isMade(fact) && grids.has(fact.gridId));
    if (made.length === 0) return Promise.resolve(new Map<string, string>());
    return this.entries.twinsOf(
      tx,
      made.map((fact) => ({ ...fact, id: fact.ledgerEntryId })),
    );
  }

  private markOf(accountId: string, fact: FieldFact): string {
    return this.cipher.blindIndex(contentPlace, `${accountId}\0${canonical(fact)}`);
  }
}

/** The same words for the same content, in whatever order a phone wrote its fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What holds for the whole request, and not for one fact of it. */
const endsAll = (fault: unknown): boolean => fault instanceof Refusal || isUnavailable(fault);

function resultOf(
  fact: FieldFact,
  decision: Decision,
  twins: ReadonlyMap<string, string>,
): SyncResult {
  const { id } = fact;
  if (typeof decision !== 'string') {
    const code = decision.refused;
    const { message } = refusals[code];
    return { id, outcome: 'refused', code, message, maybeSameAs: null };
  }
  const isThere = isMade(fact) && decision !== 'link_ended';
  const maybeSameAs = (isThere && twins.get(fact.ledgerEntryId)) || null;
  return { id, outcome: decision, code: null, message: null, maybeSameAs };
}

const badResult = ({ id, ...why }: Exclude<Read, { fact: FieldFact }>): SyncResult => ({
  id,
  outcome: 'refused',
  ...why,
  maybeSameAs: null,
});
