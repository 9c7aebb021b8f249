import type {
  Day,
  EstablishmentMode,
  FederationKind,
  FederationLevel,
  FederationSector,
} from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

export const pathChars = 280;

@Entity('federation')
@Index('federation_parent', ['parentId', 'id'])
@Index('federation_path', ['path'])
@Index('federation_kind_path', ['kind', 'path'])
@Index('federation_kind_sector_path', ['kind', 'sector', 'path'])
@Index('federation_division', ['divisionCode'], { unique: true })
export class FederationRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.str(80))
  name!: string;

  @Column(column.str(20))
  kind!: FederationKind;

  @Column(column.str(20))
  sector!: FederationSector;

  @Column(column.str(12))
  level!: FederationLevel;

  @Column(column.nullable(column.id()))
  parentId!: string | null;

  /** Ids from the top of the tree down to this one, each closed by a slash: `/a/b/`. */
  @Column(column.str(pathChars))
  path!: string;

  @Column(column.nullable(column.str(12)))
  divisionCode!: string | null;

  @Column(column.str(20))
  establishmentMode!: EstablishmentMode;

  /** What it was before 妇委会 became 妇联. It keeps its id, its posts and its work. */
  @Column(column.nullable(column.str(20)))
  convertedFrom!: FederationKind | null;

  @Column(column.nullable(column.day()))
  convertedOn!: Day | null;

  /** Hours within which it has promised an answer; null: nothing may be promised in its name. */
  @Column(column.nullable(column.integer()))
  answersWithinHours!: number | null;

  @Column(column.at())
  createdAt!: number;
}
