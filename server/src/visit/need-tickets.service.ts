import type { FieldFact, TicketAsked } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Asking, type Prepared } from '../case-ticket';
import type { GridRow } from '../ledger';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { TicketToMake } from './deciding';
import { isMade, isTicket } from './known';
import { findLinks } from './link.repository';
import { findFacts } from './visit.repository';

/** By the id of the fact that asks. */
export type PreparedTickets = Map<string, Prepared>;

/** Makes tickets of needs. */
@Injectable()
export class NeedTickets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly asking: Asking,
  ) {}

  /** The slow part, before the transaction: one after another, so that no batch keeps women waiting who ask for help. */
  async prepare(
    facts: readonly FieldFact[],
    gridsOf: () => Promise<GridRow[]>,
  ): Promise<PreparedTickets> {
    const prepared: PreparedTickets = new Map();
    const asked = await this.unknown(facts.filter(isTicket));
    if (asked.length === 0) return prepared;
    const federationOf = await this.federations(facts, asked, gridsOf);
    for (const { id, linkId, claimCode, notVillage } of asked) {
      const federationId = federationOf.get(linkId);
      if (!federationId) continue;
      const way = { federationId, notVillage };
      prepared.set(id, await this.asking.prepareAtVisit(way, claimCode));
    }
    return prepared;
  }

  /** Refuses with `claim_code_taken` before anything is written. Answers the ticket's id. */
  make(
    tx: EntityManager,
    accountId: string,
    { fact: { phone, notVillage }, visitId, asked }: TicketToMake,
    prepared: Prepared,
  ): Promise<string> {
    const written = { ...asked, visitId, accountId, phone, notVillage };
    return this.asking.receiveAtVisit(tx, written, prepared);
  }

  private async unknown(asked: TicketAsked[]): Promise<TicketAsked[]> {
    if (asked.length === 0) return [];
    const ids = asked.map(({ id }) => id);
    const known = await findFacts(this.unitOfWork.reader, ids);
    return asked.filter(({ id }) => !known.some((row) => row.id === id));
  }

  /** By link: of those that are there, and of those that come with the same batch. */
  private async federations(
    facts: readonly FieldFact[],
    asked: readonly TicketAsked[],
    gridsOf: () => Promise<GridRow[]>,
  ): Promise<Map<string, string>> {
    const links = await findLinks(
      this.unitOfWork.reader,
      asked.map(({ linkId }) => linkId),
    );
    const made = facts.filter(isMade);
    const grids = made.length > 0 ? await gridsOf() : [];
    const ofGrid = new Map(grids.map(({ id, federationId }) => [id, federationId]));
    return new Map([
      ...made.flatMap(({ id, gridId }): [string, string][] => {
        const federationId = ofGrid.get(gridId);
        return federationId ? [[id, federationId]] : [];
      }),
      ...links.map(({ id, federationId }): [string, string] => [id, federationId]),
    ]);
  }
}
