import type { Point, WomensHomeKind } from '@niangjia/shared';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { type Box, type CellRange, cover } from '../platform/geo/cells';
import { type Features, SortedCells } from './sorted-cells';
import { type CellRow, readCellsAfter } from './nearest.repository';

export type Group = WomensHomeKind | 'all';

const rowsAtOnce = 5000;
const reloadMs = 60_000;

/**
 * What this process remembers of where homes lie, only to guess how far to look: whatever it says, the
 * answer comes whole from the database. Read on first use, and again when its guesses have become bad.
 */
@Injectable()
export class KnownCells implements OnApplicationShutdown {
  private readonly known = new Map<Group, SortedCells>();
  private readonly reading = new Map<Group, Promise<void>>();
  private readonly readAt = new Map<Group, number>();
  private stopped = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Metres; Infinity when fewer are known; undefined while nothing is known yet. */
  reachOf(group: Group, point: Point, count: number, wanted: Features): number | undefined {
    const cells = this.known.get(group);
    if (!cells) this.read(group);
    return cells && (cells.reachOf(point, count, wanted) ?? Infinity);
  }

  /** Ranges of cells that hold the box, with little beside it as far as is known. */
  rangesOver(group: Group, box: Box, most: number): CellRange[] {
    return this.known.get(group)?.rangesOver(box, most) ?? cover(box, most);
  }

  /** A guess was bad: reads again behind the answer, at most once a minute. */
  wasWrong(group: Group): void {
    const last = this.readAt.get(group);
    if (last !== undefined && this.clock.now() - last >= reloadMs) this.read(group);
  }

  /** For those who must know that the reading has ended: a measurement, the end of the process. */
  async settled(): Promise<void> {
    await Promise.all(this.reading.values());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.settled();
  }

  private read(group: Group): void {
    if (this.stopped || this.reading.has(group)) return;
    const forget = (): void => void this.reading.delete(group);
    // Without it the search is only slower, so a failed reading fails nobody's request.
    this.reading.set(group, this.readAll(group).then(forget, forget));
  }

  private async readAll(group: Group): Promise<void> {
    const rows: CellRow[] = [];
    for (let more = true; more && !this.stopped;) {
      const next = await readCellsAfter(
        this.unitOfWork.reader,
        group,
        rows.at(-1)?.cell ?? -1,
        rowsAtOnce,
      );
      rows.push(...next);
      more = next.length === rowsAtOnce;
    }
    this.readAt.set(group, this.clock.now());
    this.known.set(group, sortedCellsOf(rows));
  }
}

const sortedCellsOf = (rows: readonly CellRow[]): SortedCells =>
  new SortedCells(
    Float64Array.from(rows, ({ cell }) => Number(cell)),
    Int32Array.from(rows, ({ services }) => services),
    Float64Array.from(rows, ({ openBits }) => Number(openBits)),
  );
