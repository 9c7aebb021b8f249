import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** Proves whose phone sealed a fact. It outlives her session and her post, and ends by itself. */
@Entity('submit_token')
@Index('submit_token_hash', ['tokenHash'], { unique: true })
@Index('submit_token_account', ['accountId'])
export class SubmitTokenRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  accountId!: string;

  /** SHA-256 of the token, which itself is nowhere kept. */
  @Column(column.str(43))
  tokenHash!: string;

  @Column(column.at())
  createdAt!: number;

  /** When she signed out where she was signed in last; null again when she signs in. */
  @Column(column.nullable(column.at()))
  signedOutAt!: number | null;
}
