import type { WomensHomeKind } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

const sought = ['cell', 'lat', 'lng', 'services', 'openBits'];

/** A confidential one stands in another part of every index, so that no public query can meet it. */
@Entity('womens_home')
@Index('womens_home_near', ['confidential', ...sought])
@Index('womens_home_kind_near', ['confidential', 'kind', ...sought])
@Index('womens_home_division', ['confidential', 'divisionCode', 'id', 'kind'])
@Index('womens_home_federation', ['federationPath', 'id'])
@Index('womens_home_kind_path', ['confidential', 'kind', 'federationPath', 'id'])
export class WomensHomeRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.str(60))
  name!: string;

  @Column(column.str(40))
  kind!: WomensHomeKind;

  @Column(column.id())
  federationId!: string;

  /** The tree path of its federation: what desk lists are scoped by. */
  @Column(column.str(280))
  federationPath!: string;

  @Column(column.str(12))
  divisionCode!: string;

  @Column(column.str(120))
  address!: string;

  @Column(column.nullable(column.str(20)))
  phone!: string | null;

  @Column(column.degrees())
  lng!: number;

  @Column(column.degrees())
  lat!: number;

  @Column(column.large())
  cell!: number;

  @Column(column.bool())
  pointIsInvented!: boolean;

  @Column(column.bool())
  confidential!: boolean;

  /** A bit a service. */
  @Column(column.integer())
  services!: number;

  /** Half hours, weekdays and holidays on which it may be open: see `openBitsOf`. */
  @Column(column.large())
  openBits!: number;

  /** JSON of `OpeningHours`. */
  @Column(column.text())
  hours!: string;

  @Column(column.nullable(column.day()))
  verifiedOn!: string | null;

  @Column(column.integer())
  version!: number;

  @Column(column.at())
  updatedAt!: number;
}
