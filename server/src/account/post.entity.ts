import type { Day, PostKind } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** What she is in a federation, for a term. */
@Entity('post')
@Index('post_account', ['accountId', 'fromDay'])
@Index('post_federation', ['federationId', 'kind', 'fromDay'])
export class PostRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  accountId!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.str(24))
  kind!: PostKind;

  @Column(column.day())
  fromDay!: Day;

  /** The last day on which she holds it; null while no end is set. */
  @Column(column.nullable(column.day()))
  toDay!: Day | null;
}
