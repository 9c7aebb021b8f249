import { Column, Entity } from 'typeorm';
import { column } from '../platform/database/columns';

/** The two ends of a chain: what its first entry hangs on, and its last. Signed, so that neither can be moved. */
@Entity('audit_chain')
export class AuditChainRow {
  @Column(column.key(column.str(10)))
  name!: ChainName;

  @Column(column.large())
  startPosition!: number;

  @Column(column.str(43))
  startSeal!: string;

  @Column(column.large())
  endPosition!: number;

  @Column(column.str(43))
  endSeal!: string;

  @Column(column.str(43))
  signature!: string;
}

/** Entries that go after equally long: each chain is cut at its beginning only. */
export const chainNames = ['sign_in', 'access'] as const;
export type ChainName = (typeof chainNames)[number];
