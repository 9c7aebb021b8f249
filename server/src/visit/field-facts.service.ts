import type { FieldFact, LinkMade } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, branchesFor, type Person } from '../account';
import { type Audited, Audit } from '../audit';
import { Federations } from '../federation';
import { type GridRow, Grids, LedgerEntries } from '../ledger';
import { Clock } from '../platform/clock';
import { Cipher } from '../platform/crypto/cipher';
import { Refusal } from '../platform/http/refusal';
import { type Additions, Deciding, type Decision } from './deciding';
import { isMade, type Known, readKnown } from './known';
import { LinkCodes } from './link-codes';
import { LinkEnds } from './link-ends.service';
import { insertLinks } from './link.repository';
import { NeedTickets, type PreparedTickets } from './need-tickets.service';
import { needText, visitNote } from './visit.entity';
import { insertFacts, insertNeeds, insertVisits, setTicketed } from './visit.repository';

const contentPlace = { table: 'field_fact', column: 'content_mark' };

/** What became of each fact, and who may be the same person. */
export interface Applied {
  decisions: Map<FieldFact, Decision>;
  twins: Map<string, string>;
}

/** She may send what she did until then, and nothing else is hers any more. */
const isPostOver = (person: Person): boolean => branchesFor(person, 'visit.log').length === 0;

type Stored = { fact: FieldFact; contentMark: string };

/** Adds facts to what is there. The id of each makes it count once. */
@Injectable()
export class FieldFacts {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly federations: Federations,
    private readonly grids: Grids,
    private readonly entries: LedgerEntries,
    private readonly codes: LinkCodes,
    private readonly ends: LinkEnds,
    private readonly tickets: NeedTickets,
  ) {}

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
    const deciding = new Deciding(known, this.fieldOf(person, receivedAt));
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

  private known(tx: EntityManager, person: Person, facts: readonly FieldFact[]): Promise<Known> {
    return readKnown(tx, person.accountId, facts, {
      gridsOf: () => this.gridsOf(tx, person),
      holdEntries: (ids) => this.entries.hold(tx, ids),
      entriesOf: async (ids) =>
        (await this.entries.rowsOf(tx, ids)).map((row) => ({
          ...this.entries.contactOf(row),
          closedAt: row.closedAt,
        })),
      codeMarkOf: (linkCode) => this.codes.markOf(linkCode),
    });
  }

  /** After her post, those that were given to her while it lasted. */
  async gridsOf(db: EntityManager, person: Person): Promise<GridRow[]> {
    const { accountId } = person;
    const given = isPostOver(person)
      ? await this.grids.givenTo(db, accountId)
      : await this.grids.heldBy(db, person);
    // Where a grid lies is where its federation does: a branch that moves meanwhile takes its links along.
    const ids = [...new Set(given.map(({ federationId }) => federationId))];
    const paths = new Map(
      (await this.federations.rowsOf(db, ids)).map(({ id, path }) => [id, path]),
    );
    return given.map((grid) => ({
      ...grid,
      federationPath: paths.get(grid.federationId) ?? grid.federationPath,
    }));
  }

  private fieldOf(person: Person, receivedAt: number) {
    return {
      accountId: person.accountId,
      isPostOver: isPostOver(person),
      receivedAt,
      codeMarkOf: (linkCode: string) => this.codes.markOf(linkCode),
      sealNote: (id: string, note: string) => this.cipher.seal(visitNote, id, note),
      sealNeed: (id: string, text: string) => this.cipher.seal(needText, id, text),
      openNeed: (id: string, sealed: string) => this.cipher.open(needText, id, sealed),
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
    const { need, isNew } = ticket;
    if (need && !isNew) await setTicketed(tx, need.id, fact.id);
    if (need) need.ticketFactId = fact.id;
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
