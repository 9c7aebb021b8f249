import type { MediationEnd, RecusalKind } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** That somebody mediates, or mediated, what a ticket is about. */
@Entity('mediation')
@Index('mediation_ticket', ['ticketId', 'assignedAt', 'id'])
@Index('mediation_open', ['openTicketId'], { unique: true })
export class MediationRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  ticketId!: string;

  /** The ticket while it goes on, then null: one mediator at a time. */
  @Column(column.nullable(column.id()))
  openTicketId!: string | null;

  @Column(column.id())
  mediatorId!: string;

  @Column(column.id())
  assignerAccountId!: string;

  @Column(column.at())
  assignedAt!: number;

  @Column(column.nullable(column.at()))
  endedAt!: number | null;

  @Column(column.nullable(column.str(20)))
  ended!: MediationEnd | null;

  /** Under the ticket's own key. */
  @Column(column.nullable(column.text()))
  sealedNote!: string | null;
}

/** That a mediator stays out of a ticket. */
@Entity('mediator_recusal')
export class RecusalRow {
  @Column(column.key(column.id()))
  ticketId!: string;

  @Column(column.key(column.id()))
  mediatorId!: string;

  @Column(column.str(10))
  kind!: RecusalKind;

  @Column(column.id())
  declarerAccountId!: string;

  @Column(column.at())
  declaredAt!: number;
}
