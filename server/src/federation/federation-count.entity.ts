import type { CountedThing, Day } from '@niangjia/shared';
import { Column, Entity } from 'typeorm';
import { column } from '../platform/database/columns';

/** What is counted from the beginning on: whatever does not begin or end on a day known beforehand. */
export const sinceEver: Day = '0001-01-01';

/**
 * How many more of a kind lie in the branch of a federation from that day on: the number of a day is the sum
 * of the rows up to it. Kept in the unit of work of each change, so that no count scans a branch.
 */
@Entity('federation_count')
export class FederationCountRow {
  @Column(column.key(column.id()))
  federationId!: string;

  @Column(column.key(column.str(12)))
  what!: CountedThing;

  @Column(column.key(column.str(40)))
  kind!: string;

  /** Of a federation; empty for all else. */
  @Column(column.key(column.str(20)))
  sector!: string;

  @Column(column.key(column.day()))
  fromDay!: Day;

  @Column(column.integer())
  n!: number;
}
