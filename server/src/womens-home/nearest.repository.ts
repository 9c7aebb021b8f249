import type { WomensHomeKind } from '@niangjia/shared';
import type { DataSource, EntityManager } from 'typeorm';
import { readPrepared } from '../platform/database/prepared';
import type { Box, CellRange } from '../platform/geo/cells';
import type { Features } from './sorted-cells';

/** A row as the search reads it: both databases alike. */
export interface NearRow {
  id: string;
  name: string;
  kind: WomensHomeKind;
  address: string;
  phone: string | null;
  lng: number;
  lat: number;
  pointIsInvented: 0 | 1;
  services: number;
  hours: string;
}

/** More ranges fit the circle better and cost more to look up: eight measured best. */
export const mostRanges = 8;
const nowhere = [-1, -1];

const inRanges = Array(mostRanges).fill('cell BETWEEN ? AND ?').join(' OR ');

/** One text with a kind and one without, so that both are prepared once. */
const select = (ofKind: '' | 'AND kind = ?'): string => `
  SELECT id, name, kind, address, phone, lng, lat, point_is_invented AS pointIsInvented, services, hours
  FROM womens_home
  WHERE confidential = 0 ${ofKind} AND (${inRanges})
    AND lat BETWEEN ? AND ? AND lng BETWEEN ? AND ?
    AND (services & ?) = ? AND (open_bits & ?) = ?`;
const ofAnyKind = select('');
const ofOneKind = select('AND kind = ?');

export interface BoxWanted extends Features {
  box: Box;
  /** At most `mostRanges`, which hold the box. */
  ranges: readonly CellRange[];
  kind?: WomensHomeKind;
}

/** Every home that is listed, of that kind if one is given, with these features, in the box. */
export function readHomesIn(
  dataSource: DataSource,
  { box, ranges, kind, services, openBits }: BoxWanted,
): Promise<NearRow[]> {
  const cells = ranges.flat();
  while (cells.length < mostRanges * 2) cells.push(...nowhere);
  const edges = [box.south, box.north, box.west, box.east];
  const features = [services, services, openBits, openBits];
  const rest = [...cells, ...edges, ...features];
  return kind === undefined
    ? readPrepared<NearRow>(dataSource, ofAnyKind, rest)
    : readPrepared<NearRow>(dataSource, ofOneKind, [kind, ...rest]);
}

export interface CellRow {
  cell: number;
  services: number;
  openBits: number;
}

/** Cells from the index alone, in its order. */
export function readCellsAfter(
  db: EntityManager,
  group: WomensHomeKind | 'all',
  after: number,
  limit: number,
): Promise<CellRow[]> {
  const ofKind = group === 'all' ? '' : 'AND kind = ?';
  const sql = `SELECT cell, services, open_bits AS openBits FROM womens_home
    WHERE confidential = 0 ${ofKind} AND cell > ? ORDER BY cell LIMIT ?`;
  const values = [after, limit];
  return db.query<CellRow[]>(sql, group === 'all' ? values : [group, ...values]);
}
