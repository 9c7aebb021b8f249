import type { Point, WomensHomeKind } from '@niangjia/shared';
import type { DataSource, EntityManager } from 'typeorm';
import { readPrepared } from '../platform/database/prepared';
import type { CellRange } from '../platform/geo/cells';
import { ellipseAround } from '../platform/geo/sphere';
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

/** More ranges fit the circle better and cost more to look up: four measured best. */
export const mostRanges = 4;
const nowhere = [-1, -1];

const inRanges = Array(mostRanges).fill('cell BETWEEN ? AND ?').join(' OR ');

/** Only what is asked stands in the text: a test that lets everything pass costs a sixth of the read. */
const select = (kind: boolean, services: boolean, openBits: boolean): string => `
  SELECT id, name, kind, address, phone, lng, lat, point_is_invented AS pointIsInvented, services, hours
  FROM womens_home
  WHERE confidential = 0 AND (${inRanges})
    AND ? * (lat - ?) * (lat - ?) + ? * (lng - ?) * (lng - ?) <= ?
    ${kind ? 'AND kind = ?' : ''} ${services ? 'AND (services & ?) = ?' : ''}
    ${openBits ? 'AND (open_bits & ?) = ?' : ''}`;

export interface CircleWanted extends Features {
  point: Point;
  metres: number;
  /** At most `mostRanges`, which hold the box around the circle. */
  ranges: readonly CellRange[];
  kind?: WomensHomeKind;
}

function cellsOf(ranges: readonly CellRange[]): number[] {
  const cells = ranges.flat();
  while (cells.length < mostRanges * 2) cells.push(...nowhere);
  return cells;
}

function edgeOf({ lng, lat }: Point, metres: number): number[] {
  const { ofLat, ofLng, limit } = ellipseAround({ lng, lat }, metres);
  return [ofLat, lat, lat, ofLng, lng, lng, limit];
}

/** Every home that is listed, of that kind if one is given, with these features, in the circle and a little beside it. */
export function readHomesIn(
  dataSource: DataSource,
  { point, metres, ranges, kind, services, openBits }: CircleWanted,
): Promise<NearRow[]> {
  const sql = select(kind !== undefined, services > 0, openBits > 0);
  const values: (number | string)[] = [...cellsOf(ranges), ...edgeOf(point, metres)];
  if (kind !== undefined) values.push(kind);
  if (services > 0) values.push(services, services);
  if (openBits > 0) values.push(openBits, openBits);
  return readPrepared<NearRow>(dataSource, sql, values);
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
