import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('case_ticket_message')
@Index('case_ticket_message_order', ['ticketId', 'seq'], { unique: true })
export class CaseTicketMessage {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  ticketId!: string;

  @Column(column.integer())
  seq!: number;

  @Column(column.bool())
  fromHer!: boolean;

  /** Among staff: never shown to her. */
  @Column(column.bool())
  internal!: boolean;

  @Column(column.nullable(column.id()))
  authorAccountId!: string | null;

  /** Under the ticket's own key. */
  @Column(column.text())
  sealedText!: string;

  @Column(column.at())
  writtenAt!: number;
}
