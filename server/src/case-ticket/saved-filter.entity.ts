import type {
  AssignedFilter,
  CaseTicketKind,
  CaseTicketRisk,
  CaseTicketState,
  DueFilter,
} from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const filterName = sealedColumn('saved_filter', 'name');

/** What one member of the staff narrows her lists to. Holds nothing of any ticket. */
@Entity('saved_filter')
@Index('saved_filter_whose', ['accountId', 'id'])
export class SavedFilterRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  accountId!: string;

  /** Sealed: her own words, which may name somebody. */
  @Column(column.str(400))
  name!: string;

  @Column(column.nullable(column.str(20)))
  state!: CaseTicketState | null;

  @Column(column.nullable(column.str(10)))
  risk!: CaseTicketRisk | null;

  @Column(column.nullable(column.str(30)))
  kind!: CaseTicketKind | null;

  @Column(column.nullable(column.str(10)))
  assigned!: AssignedFilter | null;

  @Column(column.nullable(column.str(10)))
  due!: DueFilter | null;

  @Column(column.nullable(column.id()))
  federationId!: string | null;
}
