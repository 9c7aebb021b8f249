import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** Who did what to what. Rows are only ever added, and go when their time is over. */
@Entity('audit_entry')
@Index('audit_entry_subject', ['subjectType', 'subjectId', 'at'])
@Index('audit_entry_age', ['subjectType', 'at'])
@Index('audit_entry_account', ['accountId', 'at', 'id'])
@Index('audit_entry_link', ['chain', 'position'], { unique: true })
export class AuditEntryRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.at())
  at!: number;

  /** Null when it was done without an account. */
  @Column(column.nullable(column.id()))
  accountId!: string | null;

  /** `case_ticket.read` */
  @Column(column.str(60))
  action!: string;

  @Column(column.str(40))
  subjectType!: string;

  /** Empty where it was refused, and about no one thing. */
  @Column(column.id())
  subjectId!: string;

  /** `done`, or the refusal. */
  @Column(column.str(60))
  result!: string;

  /** Which chain it hangs on, once it does. */
  @Column(column.nullable(column.str(10)))
  chain!: string | null;

  @Column(column.nullable(column.large()))
  position!: number | null;

  @Column(column.nullable(column.str(43)))
  seal!: string | null;
}
