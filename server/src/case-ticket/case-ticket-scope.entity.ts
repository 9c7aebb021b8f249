import type { CaseTicketKind, CaseTicketState, Day } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/**
 * One row for the ticket's desk and for each federation above it, so that the list of a branch is one
 * range of an index however large the branch is. What a list is narrowed to stands here too.
 */
@Entity('case_ticket_scope')
@Index('case_ticket_scope_all', ['ancestorId', 'sortKey', 'ticketId'])
@Index('case_ticket_scope_state', ['ancestorId', 'state', 'sortKey', 'ticketId'])
@Index('case_ticket_scope_kind', ['ancestorId', 'kind', 'sortKey', 'ticketId'])
@Index('case_ticket_scope_assignee', ['ancestorId', 'assigneeAccountId', 'sortKey', 'ticketId'])
@Index('case_ticket_scope_due', ['ancestorId', 'dueDay', 'ticketId'])
@Index('case_ticket_scope_waits', ['ancestorId', 'waitsSince', 'ticketId'])
export class CaseTicketScope {
  @Column(column.key(column.id()))
  ticketId!: string;

  @Column(column.key(column.id()))
  ancestorId!: string;

  @Column(column.str(20))
  state!: CaseTicketState;

  @Column(column.large())
  sortKey!: number;

  @Column(column.nullable(column.str(30)))
  kind!: CaseTicketKind | null;

  @Column(column.nullable(column.id()))
  assigneeAccountId!: string | null;

  /** The nearest day of a clock that runs; null when none does, and of what was withdrawn. */
  @Column(column.nullable(column.day()))
  dueDay!: Day | null;

  /** Since when something waits for an approval; null while nothing does. */
  @Column(column.nullable(column.at()))
  waitsSince!: number | null;
}
