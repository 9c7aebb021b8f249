import { type FieldFact, refusals, rfc3339, type Synced, type SyncResult } from '@niangjia/shared';
import { Injectable, Logger } from '@nestjs/common';
import type { Person } from '../account';
import { RefusedActs } from '../audit';
import { Clock } from '../platform/clock';
import { isUnavailable, isUniqueViolation } from '../platform/database/faults';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { safeError } from '../platform/log';
import { type Decision, inOrder } from './deciding';
import { type Applied, FieldFacts } from './field-facts.service';
import { isMade } from './known';
import { NeedTickets, type PreparedTickets } from './need-tickets.service';
import { type Read, readFact } from './read-fact';
import { Sealing } from './sealing';

/** Takes in what a phone sends, and answers for each fact by itself. */
@Injectable()
export class VisitSync {
  private readonly log = new Logger(VisitSync.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: NeedTickets,
    private readonly facts: FieldFacts,
    private readonly sealing: Sealing,
    private readonly refused: RefusedActs,
  ) {}

  async sync(person: Person, raw: readonly unknown[]): Promise<Synced> {
    const results = await this.receive(person, raw.map(readFact));
    const { id: sealingKeyId } = this.sealing.current;
    return { results, serverTime: rfc3339(this.clock.now()), sealingKeyId };
  }

  /** A result for each, in the order given. With none the phone only asks for the time. */
  async receive(person: Person, read: readonly Read[]): Promise<SyncResult[]> {
    if (read.length === 0) return [];
    const facts = inOrder(read.flatMap((one) => ('fact' in one ? one.fact : [])));
    const prepared = await this.tickets.prepare(facts, () =>
      this.facts.gridsOf(this.unitOfWork.reader, person),
    );
    const { decisions, twins } = await this.store(person, facts, prepared);
    await this.refused.note(person.accountId, refusedOf(decisions));
    return read.map((one) =>
      'fact' in one ? resultOf(one.fact, decisions.get(one.fact)!, twins) : badResult(one),
    );
  }

  private async store(
    person: Person,
    facts: readonly FieldFact[],
    prepared: PreparedTickets,
  ): Promise<Applied> {
    try {
      return await this.unitOfWork.run((tx) => this.facts.apply(tx, person, facts, prepared));
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
        const one = await this.unitOfWork.run((tx) =>
          this.facts.apply(tx, person, [fact], prepared),
        );
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
}

/** What holds for the whole request, and not for one fact of it. */
const endsAll = (fault: unknown): boolean => fault instanceof Refusal || isUnavailable(fault);

/** What each was about: of a woman who is new the grid, else the link. */
const refusedOf = (decisions: Applied['decisions']) =>
  [...decisions].flatMap(([fact, decision]) => {
    if (typeof decision === 'string') return [];
    const subject = isMade(fact)
      ? { type: 'grid', id: fact.gridId }
      : { type: 'visit_link', id: fact.linkId };
    return [{ act: fact.type, subject, code: decision.refused }];
  });

function resultOf(
  fact: FieldFact,
  decision: Decision,
  twins: ReadonlyMap<string, string>,
): SyncResult {
  const { id } = fact;
  if (typeof decision !== 'string') {
    const { refused: code, ...first } = decision;
    const { message } = refusals[code];
    return { id, outcome: 'refused', code, message, maybeSameAs: null, ...first };
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
