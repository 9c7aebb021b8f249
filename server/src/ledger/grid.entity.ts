import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** A part of a village, a building or a workshop floor. */
@Entity('grid')
@Index('grid_federation', ['federationPath', 'id'])
export class GridRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.str(280))
  federationPath!: string;

  @Column(column.str(40))
  name!: string;
}

/** Who keeps the ledger of a grid. */
@Entity('grid_holder')
@Index('grid_holder_grid', ['gridId'])
export class GridHolderRow {
  @Column(column.key(column.id()))
  accountId!: string;

  @Column(column.key(column.id()))
  gridId!: string;
}
