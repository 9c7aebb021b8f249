import type { Point } from '@niangjia/shared';
import { type Box, cellOf, type CellRange, cover, middleOf } from '../platform/geo/cells';
import { boxAround, distanceMetres } from '../platform/geo/sphere';

export interface Features {
  /** Bits that a home must have; 0 for any. */
  services: number;
  openBits: number;
}

const low = 2 ** 32;

/** Whether `bits` has every bit of `wanted`; both below 2^53, where `&` alone sees 32 bits. */
const hasAll = (bits: number, wanted: number): boolean =>
  (bits & wanted) === (wanted | 0) &&
  (Math.floor(bits / low) & Math.floor(wanted / low)) === Math.floor(wanted / low);

/** The distance from the middle of a cell to its corner, rounded up, in metres. */
const cellMetres = 1;
const mostRanges = 8;
/** More than these in a cover that was drawn with a broad brush: it is drawn again with a fine one. */
const fewHomes = 200;
const fineAcross = 16;

/** So many times the homes wanted, whatever their features, are likely to hold those wanted. */
const plenty = 2;
/** Small steps: just beyond the circle a whole city may begin. */
const step = 1.25;

const smallest = (distances: number[], count: number): number =>
  new Float64Array(distances).sort()[count - 1] ?? Infinity;

/** Cells of homes in rising order, as the index has them, to see how far away the nearest ones are. */
export class SortedCells {
  constructor(
    private readonly cells: Float64Array,
    private readonly services: Int32Array,
    private readonly openBits: Float64Array,
  ) {}

  get count(): number {
    return this.cells.length;
  }

  /** Metres within which `count` homes with these features lie; undefined when there are fewer. */
  reachOf(point: Point, count: number, wanted: Features): number | undefined {
    const beside = this.besideOf(point, count, wanted);
    if (beside.length < count) return undefined;

    let reach = smallest(beside, count) + cellMetres;
    if (this.countWithin(point, reach) > fewHomes) reach = this.narrowed(point, reach, count);
    for (;;) {
      const found = smallest(this.distancesWithin(reach, point, wanted), count) + cellMetres;
      if (found <= reach) return found;
      reach *= step;
    }
  }

  /** At most so many ranges that hold the box and, as far as is known, few homes beside it. */
  rangesOver(box: Box, most: number): CellRange[] {
    const broad = cover(box, most);
    if (this.countIn(broad) <= fewHomes) return broad;
    return cover(box, most, fineAcross, (first, last) => this.countIn([[first, last]]));
  }

  /** Neighbours along the curve can be far apart: narrows the reach while plenty of homes are left. */
  private narrowed(point: Point, surely: number, count: number): number {
    let reach = surely;
    const enough = count * plenty;
    while (reach > cellMetres && this.countWithin(point, reach / step) >= enough) reach /= step;
    return reach;
  }

  private countWithin(point: Point, metres: number): number {
    return this.countIn(this.rangesOver(boxAround(point, metres), mostRanges));
  }

  private countIn(ranges: readonly CellRange[]): number {
    return ranges.reduce(
      (sum, [first, last]) => sum + this.positionOf(last + 1) - this.positionOf(first),
      0,
    );
  }

  private distancesWithin(metres: number, point: Point, wanted: Features): number[] {
    const ranges = this.rangesOver(boxAround(point, metres), mostRanges);
    return ranges.flatMap((range) => this.between(point, range, wanted));
  }

  /** Distances of the next ones along the curve on both sides: near, if not the nearest. */
  private besideOf(point: Point, count: number, wanted: Features): number[] {
    const start = this.positionOf(cellOf(point.lng, point.lat));
    const found: number[] = [];
    for (let at = start; at < this.count && found.length < count; at += 1) {
      if (this.has(at, wanted)) found.push(this.distance(point, at));
    }
    const both = found.length + count;
    for (let at = start - 1; at >= 0 && found.length < both; at -= 1) {
      if (this.has(at, wanted)) found.push(this.distance(point, at));
    }
    return found;
  }

  private between(point: Point, [first, last]: CellRange, wanted: Features): number[] {
    const found: number[] = [];
    for (let at = this.positionOf(first); at < this.count && this.cells[at]! <= last; at += 1) {
      if (this.has(at, wanted)) found.push(this.distance(point, at));
    }
    return found;
  }

  private has(at: number, wanted: Features): boolean {
    return (
      (this.services[at]! & wanted.services) === wanted.services &&
      hasAll(this.openBits[at]!, wanted.openBits)
    );
  }

  private distance(point: Point, at: number): number {
    return distanceMetres(point, middleOf(this.cells[at]!));
  }

  /** Where the first cell from this one on stands. */
  private positionOf(cell: number): number {
    let [from, to] = [0, this.count];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.cells[middle]! < cell) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
