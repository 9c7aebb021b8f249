import type { Day, MediatorState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const mediatorName = sealedColumn('mediator', 'name');

/** Somebody on the roster of a federation. She needs no account. */
@Entity('mediator')
@Index('mediator_branch', ['federationPath', 'id'])
@Index('mediator_federation', ['federationId', 'id'])
@Index('mediator_term', ['toDay'])
export class MediatorRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.str(280))
  federationPath!: string;

  /** Sealed; null once her term is over for long. */
  @Column(column.nullable(column.str(400)))
  name!: string | null;

  /** With commas between. */
  @Column(column.str(120))
  skills!: string;

  @Column(column.day())
  fromDay!: Day;

  @Column(column.day())
  toDay!: Day;

  @Column(column.str(10))
  state!: MediatorState;

  @Column(column.integer())
  version!: number;
}
