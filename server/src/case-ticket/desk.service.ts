import { Injectable } from '@nestjs/common';
import type { DeskTicket, MoveTicket, WriteMessage } from '@niangjia/shared';
import { whyNotWrite } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Audit } from '../audit';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import {
  eventsOf,
  findTicket,
  findTickets,
  messagesOf,
  takeTicket,
} from './case-ticket.repository';
import { deskBranches } from './desk-branches';
import { DeskList } from './desk-list.service';
import { deskTicketView } from './desk-ticket.view';
import { findScopes } from './desk.repository';
import { TicketDeadlines } from './ticket-deadlines.service';
import { TicketHistory } from './ticket-history.service';
import { type TicketKey, TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';

const subjectOf = (id: string) => ({ type: 'case_ticket', id });

export interface Taken {
  ticket: CaseTicket;
  key: TicketKey | undefined;
}

/** What staff do with one ticket. Each act is in the audit, in the transaction of the act. */
@Injectable()
export class Desk {
  constructor(
    private readonly keys: TicketKeys,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly list: DeskList,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly deadlines: TicketDeadlines,
  ) {}

  /** Its log is the audit: a look changes nothing, so it does not count as a version. */
  async read(tx: EntityManager, person: Person, id: string): Promise<DeskTicket> {
    return this.view(tx, person, await this.find(tx, person, id, 'read', findTicket));
  }

  async move(
    tx: EntityManager,
    person: Person,
    id: string,
    { to, note }: MoveTicket,
  ): Promise<DeskTicket> {
    const { ticket, key } = await this.take(tx, person, id, 'move');
    const { accountId } = person;
    await this.moves.move(tx, ticket, to);
    await this.history.happened(tx, ticket, key, { what: 'moved', accountId, to, note });
    return this.view(tx, person, { ticket, key });
  }

  /** An answer to her, or with `internal` a word among staff. */
  async write(
    tx: EntityManager,
    person: Person,
    id: string,
    { text, internal = false }: WriteMessage,
  ): Promise<DeskTicket> {
    const { ticket, key } = await this.take(tx, person, id, 'write');
    const reason = whyNotWrite(ticket.state);
    if (reason) throw new Refusal(reason);
    const answers = !internal && ticket.state !== 'answered';
    const { accountId } = person;

    if (answers) await this.moves.move(tx, ticket, 'answered');
    await this.history.written(tx, ticket, key, { text, internal, authorAccountId: accountId });
    await this.history.happened(tx, ticket, key, {
      what: internal ? 'noted' : 'answered',
      accountId,
      to: answers ? 'answered' : undefined,
    });

    return this.view(tx, person, { ticket, key });
  }

  /** What lies outside her branches, and what was withdrawn under another's supervision, is not there. */
  private async find(
    tx: EntityManager,
    person: Person,
    id: string,
    act: string,
    from: typeof findTicket,
  ): Promise<Taken> {
    const branches = deskBranches(person);
    const ids = branches.map(({ federationId }) => federationId);
    const seenBy = new Set((await findScopes(tx, id, ids)).map(({ ancestorId }) => ancestorId));
    const through = branches.filter(({ federationId }) => seenBy.has(federationId));
    const ticket = through.length > 0 ? await from(tx, id) : null;
    const isHidden =
      ticket?.state === 'withdrawn' && !through.some(({ withdrawnToo }) => withdrawnToo);
    if (!ticket || isHidden) throw new Refusal('case_ticket_not_found');

    await this.audit.record(tx, { accountId: person.accountId, act, subject: subjectOf(id) });
    return { ticket, key: this.keys.ofDesk(ticket) };
  }

  /** For a look at something that hangs on it: the same who and the same not there, and no new version. */
  look(tx: EntityManager, person: Person, id: string, act: string): Promise<Taken> {
    return this.find(tx, person, id, act, findTicket);
  }

  /** For lists that were scoped before: by ticket, of those that were not shredded. */
  async keysOf(db: EntityManager, ids: readonly string[]): Promise<Map<string, TicketKey>> {
    const tickets = await findTickets(db, ids);
    return new Map(
      tickets.flatMap((ticket): [string, TicketKey][] => {
        const key = this.keys.ofDesk(ticket);
        return key ? [[ticket.id, key]] : [];
      }),
    );
  }

  /** For what is about to happen to it. Nothing more happens to what was shredded. */
  async take(tx: EntityManager, person: Person, id: string, act: string) {
    const { ticket, key } = await this.find(tx, person, id, act, takeTicket);
    if (!key) throw new Refusal('case_ticket_wrong_state');
    return { ticket, key };
  }

  private async view(
    tx: EntityManager,
    person: Person,
    { ticket, key }: Taken,
  ): Promise<DeskTicket> {
    const [row] = await this.list.show(tx, [ticket.id]);
    if (!row) throw new Refusal('case_ticket_not_found');
    const messages = await messagesOf(tx, ticket.id);
    const events = await eventsOf(tx, ticket.id);
    const reads = await this.audit.lastReads(tx, subjectOf(ticket.id));
    const deadlines = await this.deadlines.of(tx, person, ticket);
    const people = [
      ...messages.map(({ authorAccountId }) => authorAccountId),
      ...[...events, ...reads].map(({ accountId }) => accountId),
    ];
    const ids = [...new Set(people.filter((id) => id !== null))];
    const names = await this.accounts.namesOf(tx, ids);
    return deskTicketView({ ticket, key, row, messages, events, reads, deadlines, names });
  }
}
