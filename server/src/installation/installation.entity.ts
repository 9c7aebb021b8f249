import { Column, Entity } from 'typeorm';
import type { Mode } from '../platform/config';
import { column } from '../platform/database/columns';

/** The one row that says what this database was made for. */
@Entity('installation')
export class InstallationRow {
  @Column(column.key(column.str(8)))
  id!: 'mark';

  @Column(column.str(16))
  mode!: Mode;

  @Column(column.at())
  createdAt!: number;
}
