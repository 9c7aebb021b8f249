import { Column, Entity, Index } from 'typeorm';
import { column } from '../database/columns';

/** That a creating request was done, and its reply, sealed under a key that only the asker has. */
@Entity('idempotency')
export class Idempotency {
  /** HMAC of key, asker and route. */
  @Column(column.key(column.str(43)))
  id!: string;

  /** HMAC of the body, under a key derived from the asker's. */
  @Column(column.str(43))
  bodyMark!: string;

  @Column(column.nullable(column.text()))
  sealedReply!: string | null;

  /** To the hour, so that it joins to no nameless ticket by its time. */
  @Index('idempotency_expires')
  @Column(column.at())
  expiresAt!: number;
}
