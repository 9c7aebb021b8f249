import { Column, Entity } from 'typeorm';
import { column } from '../platform/database/columns';

/** For this person the ticket is not there: she is a party, or a relative of one. */
@Entity('case_ticket_bar')
export class BarRow {
  @Column(column.key(column.id()))
  ticketId!: string;

  @Column(column.key(column.id()))
  accountId!: string;

  /** The woman herself said so with her claim code: nobody but she takes it back. */
  @Column(column.nullable(column.bool()))
  byHer!: boolean | null;
}
