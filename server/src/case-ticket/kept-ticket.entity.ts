import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const keptPlace = sealedColumn('kept_ticket', 'sealed_ticket');

/**
 * That a woman took a ticket to her account. Without the keys a row says neither whose it is nor which
 * ticket, nor when: its id is chance, account and ticket are keyed hashes, the rest is sealed.
 */
@Entity('kept_ticket')
@Index('kept_ticket_whose', ['accountMark', 'ticketMark'], { unique: true })
@Index('kept_ticket_ticket', ['ticketMark'])
export class KeptTicketRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.str(43))
  accountMark!: string;

  @Column(column.str(43))
  ticketMark!: string;

  /** The ticket's id and the day on which she kept it. */
  @Column(column.str(400))
  sealedTicket!: string;
}
