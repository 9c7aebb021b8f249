import type { CaseTicketOutcome, CaseTicketState, DeskEvent } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** What happened to a ticket, in order; rows are only ever added. */
@Entity('case_ticket_event')
@Index('case_ticket_event_order', ['ticketId', 'seq'], { unique: true })
export class CaseTicketEvent {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  ticketId!: string;

  @Column(column.integer())
  seq!: number;

  @Column(column.at())
  at!: number;

  /** Null when it was she. */
  @Column(column.nullable(column.id()))
  accountId!: string | null;

  @Column(column.str(20))
  what!: DeskEvent['what'];

  /** Whom or which federation it is about. */
  @Column(column.nullable(column.id()))
  aboutId!: string | null;

  @Column(column.nullable(column.str(20)))
  outcome!: CaseTicketOutcome | null;

  @Column(column.nullable(column.str(20)))
  toState!: CaseTicketState | null;

  /** Under the ticket's own key. */
  @Column(column.nullable(column.text()))
  sealedNote!: string | null;
}
