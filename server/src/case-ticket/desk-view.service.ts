import type { DeskTicket, DeskTicketRow } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Audit } from '../audit';
import { Federations, idsOf } from '../federation';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import { eventsOf, messagesOf } from './case-ticket.repository';
import { mayAt } from './desk-branches';
import { DeskRows } from './desk-row.service';
import { deskTicketView } from './desk-ticket.view';
import { findOffer } from './hand-over.repository';
import { TicketDeadlines } from './ticket-deadlines.service';
import type { TicketKey } from './ticket-key';
import { unlocksOf } from './unlock.repository';

interface Shown {
  ticket: CaseTicket;
  key: TicketKey | undefined;
}

/** One ticket as one member of the staff sees it, with what she may do. */
@Injectable()
export class DeskViews {
  constructor(
    private readonly rows: DeskRows,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly audit: Audit,
    private readonly deadlines: TicketDeadlines,
  ) {}

  async of(tx: EntityManager, person: Person, { ticket, key }: Shown): Promise<DeskTicket> {
    const { id } = ticket;
    const messages = await messagesOf(tx, id);
    const events = await eventsOf(tx, id);
    const reads = await this.audit.lastReads(tx, { type: 'case_ticket', id });
    const unlocks = await unlocksOf(tx, id);
    const offer = await findOffer(tx, id);
    const names = await this.namesOf(tx, [
      ...messages.map(({ authorAccountId }) => authorAccountId),
      ...events.flatMap(({ accountId, aboutId }) => [accountId, aboutId]),
      ...[...reads, ...unlocks].map(({ accountId }) => accountId),
      offer?.offeredByAccountId,
      offer?.toFederationId,
    ]);
    const { path } = await this.federations.rowOf(tx, ticket.federationId);
    return deskTicketView({
      accountId: person.accountId,
      ticket,
      key,
      row: await this.row(tx, person, id),
      messages,
      events,
      reads,
      unlocks,
      offer,
      deadlines: await this.deadlines.of(tx, person, ticket),
      names,
      supervises: mayAt(person, 'case_ticket.supervise', path),
      supervisesAbove: mayAt(person, 'case_ticket.supervise', parentOf(path)),
    });
  }

  private async row(tx: EntityManager, { accountId }: Person, id: string): Promise<DeskTicketRow> {
    const [row] = await this.rows.show(tx, accountId, [id]);
    if (!row) throw new Refusal('case_ticket_not_found');
    return row;
  }

  /** Of people and of federations alike, by id. */
  private async namesOf(
    tx: EntityManager,
    wanted: (string | null | undefined)[],
  ): Promise<Map<string, string>> {
    const ids = [...new Set(wanted.filter((id) => typeof id === 'string'))];
    const federations = await this.federations.rowsOf(tx, ids);
    const people = await this.accounts.namesOf(tx, ids);
    return new Map([...people, ...federations.map(({ id, name }): [string, string] => [id, name])]);
  }
}

/** `/a/b/` of `/a/b/c/`; of the top what no branch holds. */
const parentOf = (path: string): string => ['', ...idsOf(path).slice(0, -1), ''].join('/');
