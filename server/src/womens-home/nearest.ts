import type { Point, WomensHomeKind } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isHoliday } from '../platform/holidays';
import { type Group, KnownCells } from './known-cells';
import { mostRanges, type NearRow, readHomesIn } from './nearest.repository';
import { openBitsAt } from './open-bits';
import { openStateOf, type ShownState } from './open-state';
import type { Features } from './sorted-cells';
import { boxAround, distanceMetres, halfRoundMetres } from '../platform/geo/sphere';

export interface NearestWanted {
  point: Point;
  limit: number;
  kind?: WomensHomeKind;
  /** Bits of services that it must have; 0 for any. */
  services: number;
  /** The moment whose opening state is told, Unix milliseconds. */
  moment: number;
  /** Only those open at that moment. */
  openOnly: boolean;
  radiusMetres?: number;
}

export interface FoundHome extends NearRow {
  distanceMetres: number;
  state: ShownState;
}

/** Where nothing is known yet the search begins with this and grows. */
const firstMetres = 2000;
const growth = 4;
/** More than numbers lose on their way through a database. */
const roundingMetres = 0.001;
/** Of homes that are open at such hours as a rule: when so many near ones are closed, all are. */
const mostLookedAt = 5000;

/**
 * The nearest homes, exactly: one read of a circle that holds enough of them. How wide it must be is a
 * guess from memory; when the read proves it too small, a wider one follows.
 */
@Injectable()
export class Nearest {
  constructor(
    private readonly dataSource: DataSource,
    private readonly known: KnownCells,
  ) {}

  async find(wanted: NearestWanted): Promise<FoundHome[]> {
    const { limit, kind = 'all', services, openOnly, moment } = wanted;
    const features = { services, openBits: openOnly ? openBitsAt(moment, isHoliday) : 0 };
    const widest = wanted.radiusMetres ?? halfRoundMetres;

    let aimed = openOnly ? limit * 2 : limit;
    let reach = 0;
    for (;;) {
      reach = Math.min(widest, this.reachFor(wanted, features, aimed, reach));
      const rows = await this.readCircle(wanted, features, reach);
      const found = homesOf(rows, wanted);
      if (found.length >= limit || reach >= widest || rows.length >= mostLookedAt) {
        this.noteGuess(kind, rows.length, aimed, reach >= widest);
        return found;
      }
      aimed *= growth;
    }
  }

  private async readCircle(
    { point, kind }: NearestWanted,
    features: Features,
    reach: number,
  ): Promise<Near[]> {
    const metres = reach + roundingMetres;
    const ranges = this.known.rangesOver(kind ?? 'all', boxAround(point, metres), mostRanges);
    const rows = await readHomesIn(this.dataSource, { point, metres, ranges, kind, ...features });
    return within(reach, point, rows);
  }

  private reachFor(
    { point, kind }: NearestWanted,
    features: Features,
    aimed: number,
    last: number,
  ): number {
    const guess = this.known.reachOf(kind ?? 'all', point, aimed, features);
    return guess ?? Math.max(firstMetres, last * growth);
  }

  private noteGuess(group: Group, rows: number, aimed: number, whole: boolean): void {
    if ((rows < aimed && !whole) || rows > aimed * growth) this.known.wasWrong(group);
  }
}

type Near = NearRow & { distanceMetres: number };

/** Nearest first; of two at the same place the one with the smaller id. */
const nearerFirst = (a: Near, b: Near): number =>
  a.distanceMetres - b.distanceMetres || (a.id < b.id ? -1 : 1);

const within = (reach: number, point: Point, rows: readonly NearRow[]): Near[] =>
  rows
    .map((row) => Object.assign(row, { distanceMetres: distanceMetres(point, row) }))
    .filter((row) => row.distanceMetres <= reach)
    .sort(nearerFirst);

function homesOf(rows: readonly Near[], { limit, moment, openOnly }: NearestWanted): FoundHome[] {
  // Many homes of one place keep the same hours.
  const states = new Map<string, ShownState>();
  const found: FoundHome[] = [];
  for (const row of rows) {
    if (found.length === limit) break;
    const state = states.get(row.hours) ?? openStateOf(row.hours, moment);
    states.set(row.hours, state);
    if (state.isOpen || !openOnly) found.push(Object.assign(row, { state }));
  }
  return found;
}
