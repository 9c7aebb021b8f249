import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** One person's request to read what concerns a minor, and what a second person decided. */
@Entity('case_ticket_unlock')
@Index('case_ticket_unlock_whose', ['ticketId', 'accountId'], { unique: true })
@Index('case_ticket_unlock_asked', ['accountId', 'askedAt', 'id'])
@Index('case_ticket_unlock_decided', ['decidedByAccountId', 'askedAt', 'id'])
export class UnlockRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  ticketId!: string;

  @Column(column.id())
  accountId!: string;

  /** Under the ticket's own key. */
  @Column(column.text())
  sealedReason!: string;

  @Column(column.at())
  askedAt!: number;

  @Column(column.nullable(column.id()))
  decidedByAccountId!: string | null;

  /** Null while nobody has decided. */
  @Column(column.nullable(column.bool()))
  approved!: boolean | null;
}
