import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** A ticket that its desk offers to another federation. The row goes with the answer; the history stays. */
@Entity('case_ticket_hand_over')
@Index('case_ticket_hand_over_to', ['toFederationId', 'ticketId'])
export class HandOverOfferRow {
  /** One offer at a time. */
  @Column(column.key(column.id()))
  ticketId!: string;

  @Column(column.id())
  toFederationId!: string;

  @Column(column.id())
  offeredByAccountId!: string;

  @Column(column.at())
  offeredAt!: number;
}
