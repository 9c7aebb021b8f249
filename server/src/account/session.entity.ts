import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('session')
@Index('session_token', ['tokenHash'], { unique: true })
@Index('session_account', ['accountId'])
@Index('session_expires', ['expiresAt'])
export class SessionRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  accountId!: string;

  /** SHA-256 of the token, which itself is nowhere kept. */
  @Column(column.str(43))
  tokenHash!: string;

  @Column(column.at())
  createdAt!: number;

  /** To the minute or so: it is not written at every request. */
  @Column(column.at())
  lastSeenAt!: number;

  @Column(column.at())
  expiresAt!: number;

  /** When she last proved her second factor in it. */
  @Column(column.nullable(column.at()))
  secondFactorAt!: number | null;

  @Column(column.nullable(column.at()))
  endedAt!: number | null;
}
