import type { DeskTicket, DeskTicketRow } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Audit } from '../audit';
import { Federations, idsOf } from '../federation';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import type { CaseTicketEvent } from './case-ticket-event.entity';
import { eventsOf, messagesOf } from './case-ticket.repository';
import { unasked } from './bar-requests';
import { mayAt } from './desk-branches';
import { DeskPeople } from './desk-people.service';
import type { Read } from './desk-read';
import { DeskRows } from './desk-row.service';
import { deskTicketView } from './desk-ticket.view';
import { findOffer } from './hand-over.repository';
import { concernsMinor } from './minor';
import { openedByCodeAct } from './opened-by-code';
import { TicketDeadlines } from './ticket-deadlines.service';
import type { TicketKey } from './ticket-key';
import { unlocksOf } from './unlock.repository';
import { nobodyApproves } from './who-approves';

interface Shown {
  ticket: CaseTicket;
  key: TicketKey | undefined;
}

/** One ticket as one member of the staff sees it, with what she may do. */
@Injectable()
export class DeskViews {
  constructor(
    private readonly rows: DeskRows,
    private readonly people: DeskPeople,
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
    const openings = ticket.codeSeenByStaff
      ? await this.audit.actsOn(tx, { type: 'case_ticket', id }, [openedByCodeAct])
      : [];
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
      openings: openings.map(({ at }) => at),
      unlocks,
      whoApproves: concernsMinor(ticket)
        ? await this.people.whoApproves(tx, ticket)
        : nobodyApproves,
      offer,
      deadlines: await this.deadlines.of(tx, person, ticket),
      names,
      supervises: mayAt(person, 'case_ticket.supervise', path),
      ...(await this.headsOf(tx, person, ticket, events)),
    });
  }

  /** Of its desk and of those that it lay with when she named somebody. */
  private async headsOf(
    tx: EntityManager,
    person: Person,
    { federationId }: CaseTicket,
    events: readonly CaseTicketEvent[],
  ): Promise<Pick<Read, 'supervisesAt' | 'supervisesAbove'>> {
    const askedOf = events.filter(({ what }) => what in unasked).map(({ aboutId }) => aboutId);
    const ids = [federationId, ...askedOf].filter((id) => id !== null);
    const desks = await this.federations.rowsOf(tx, [...new Set(ids)]);
    const heads = (path: string) => mayAt(person, 'case_ticket.supervise', path);
    const which = (is: (path: string) => boolean) =>
      new Set(desks.filter(({ path }) => is(path)).map(({ id }) => id));
    return { supervisesAt: which(heads), supervisesAbove: which((path) => heads(parentOf(path))) };
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
