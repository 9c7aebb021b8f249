import type { CaseTicketState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/**
 * One row for the ticket's desk and for each federation above it, so that the list of a branch is one
 * range of an index however large the branch is.
 */
@Entity('case_ticket_scope')
@Index('case_ticket_scope_all', ['ancestorId', 'sortKey', 'ticketId'])
@Index('case_ticket_scope_state', ['ancestorId', 'state', 'sortKey', 'ticketId'])
export class CaseTicketScope {
  @Column(column.key(column.id()))
  ticketId!: string;

  @Column(column.key(column.id()))
  ancestorId!: string;

  @Column(column.str(20))
  state!: CaseTicketState;

  @Column(column.large())
  sortKey!: number;
}
