import { Injectable } from '@nestjs/common';
import type { CaseTicketOutcome, CaseTicketState, DeskEvent } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Clock, toTheMinute } from '../platform/clock';
import { randomId } from '../platform/ids';
import type { CaseTicket } from './case-ticket.entity';
import { insertEvent, insertMessage } from './case-ticket.repository';
import type { TicketKey } from './ticket-key';

interface Happened {
  /** A look and an opening are kept in the audit alone. */
  what: Exclude<DeskEvent['what'], 'read' | 'opened_by_code'>;
  /** Absent when it was she. */
  accountId?: string;
  /** Whom or which federation it is about. */
  aboutId?: string;
  to?: CaseTicketState;
  outcome?: CaseTicketOutcome;
  note?: string;
}

interface Written {
  text: string;
  /** Absent when it was she. */
  authorAccountId?: string;
  internal?: boolean;
}

/** Adds to a ticket what happened and what was written. The ticket was taken before, so its version is new. */
@Injectable()
export class TicketHistory {
  constructor(private readonly clock: Clock) {}

  async happened(
    tx: EntityManager,
    { id: ticketId, version: seq }: CaseTicket,
    key: TicketKey | undefined,
    { what, accountId, aboutId, to, outcome, note }: Happened,
  ): Promise<void> {
    const id = randomId();
    await insertEvent(tx, {
      id,
      ticketId,
      seq,
      at: toTheMinute(this.clock.now()),
      accountId: accountId ?? null,
      what,
      aboutId: aboutId ?? null,
      outcome: outcome ?? null,
      toState: to ?? null,
      sealedNote: note && key ? key.seal('case_ticket_event.sealed_note', id, note) : null,
    });
  }

  async written(
    tx: EntityManager,
    { id: ticketId, version: seq }: CaseTicket,
    key: TicketKey,
    { text, authorAccountId, internal = false }: Written,
  ): Promise<void> {
    const id = randomId();
    await insertMessage(tx, {
      id,
      ticketId,
      seq,
      fromHer: authorAccountId === undefined,
      internal,
      authorAccountId: authorAccountId ?? null,
      sealedText: key.seal('case_ticket_message.sealed_text', id, text),
      writtenAt: toTheMinute(this.clock.now()),
    });
  }
}
