import { type CountedThing, type Day, dayOf } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { idsOf } from './branch';
import { type CountedRows, federationsCounted } from './counts-of-branches';
import { type FederationCountRow, sinceEver } from './federation-count.entity';
import {
  addToCount,
  countAfresh,
  deleteCounts,
  findCounts,
  findCountsUntil,
  findIdsAfter,
  holdCounts,
} from './federation-count.repository';

/** One more of a kind, or one less, somewhere in the tree, at once or from a day on. */
export interface CountChange {
  path: string;
  what: CountedThing;
  kind: string;
  sector?: string;
  fromDay?: Day;
  n: 1 | -1;
}

/** A number that was not what its rows say, and is now. */
export type CountDifference = FederationCountRow & { kept: number };

const batchFederations = 200;
const keyOf = ({ federationId, what, kind, sector, fromDay }: FederationCountRow): string =>
  [federationId, what, kind, sector, fromDay].join('\0');

/** How many of each kind lie in each branch of the tree; each number is kept with what changes it. */
@Injectable()
export class FederationCounts {
  private readonly counted: CountedRows[] = [federationsCounted];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What a module has that is counted, for counting it afresh. */
  register(...rows: CountedRows[]): void {
    this.counted.push(...rows);
  }

  async change(tx: EntityManager, changes: readonly CountChange[]): Promise<void> {
    const rows = changes.flatMap(({ path, sector = '', fromDay = sinceEver, ...rest }) =>
      idsOf(path).map((federationId) => ({ ...rest, federationId, sector, fromDay })),
    );
    await addAll(tx, rows);
  }

  /** What lies in the branch counts above the place where it lies now, and no longer above the other. */
  async move(tx: EntityManager, moved: { id: string; from: string; to: string }): Promise<void> {
    const rows = await findCounts(tx, [moved.id]);
    const [from, to] = [idsOf(moved.from), idsOf(moved.to)];
    const left = from.filter((above) => !to.includes(above));
    const reached = to.filter((above) => !from.includes(above));
    await addAll(tx, [
      ...left.flatMap((federationId) => rows.map((row) => ({ ...row, federationId, n: -row.n }))),
      ...reached.flatMap((federationId) => rows.map((row) => ({ ...row, federationId }))),
    ]);
  }

  /** As it stands today. */
  async of(db: EntityManager, federationId: string): Promise<FederationCountRow[]> {
    const today = this.today();
    return upTo(today, await findCountsUntil(db, federationId, today));
  }

  /**
   * Counts everything afresh, puts right what differs and answers it. What has begun by today is folded
   * into one row on the way.
   */
  async recount(): Promise<CountDifference[]> {
    const differences: CountDifference[] = [];
    for (
      let ids = await this.idsAfter('');
      ids.length > 0;
      ids = await this.idsAfter(ids.at(-1)!)
    ) {
      const kept = await findCounts(this.unitOfWork.reader, ids);
      const afresh = await this.afresh(this.unitOfWork.reader, ids);
      for (const id of ids.filter((one) => this.needsCare(ofOne(kept, one), ofOne(afresh, one))))
        differences.push(...(await this.unitOfWork.run((tx) => this.putRight(tx, id))));
    }
    return differences;
  }

  private idsAfter(after: string): Promise<string[]> {
    return findIdsAfter(this.unitOfWork.reader, after, batchFederations);
  }

  private needsCare(kept: FederationCountRow[], afresh: FederationCountRow[]): boolean {
    const today = this.today();
    return (
      kept.some(({ fromDay }) => fromDay !== sinceEver && fromDay <= today) ||
      differencesOf(upTo(today, kept), upTo(today, afresh)).length > 0
    );
  }

  /** Held first: whoever changes something meanwhile adds to what was put right. */
  private async putRight(tx: EntityManager, id: string): Promise<CountDifference[]> {
    const today = this.today();
    await holdCounts(tx, id);
    const kept = await findCounts(tx, [id]);
    const afresh = upTo(today, await this.afresh(tx, [id]));
    await deleteCounts(tx, kept);
    await addAll(tx, afresh);
    return differencesOf(upTo(today, kept), afresh);
  }

  private async afresh(db: EntityManager, ids: readonly string[]): Promise<FederationCountRow[]> {
    const all: FederationCountRow[] = [];
    for (const rows of this.counted) all.push(...(await countAfresh(db, rows, ids)));
    return all;
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

const ofOne = (rows: readonly FederationCountRow[], id: string) =>
  rows.filter(({ federationId }) => federationId === id);

/** One row for each key, nothing for what is none. */
function summed(rows: readonly FederationCountRow[]): FederationCountRow[] {
  const sums = new Map<string, FederationCountRow>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, { ...row, n: (sums.get(key)?.n ?? 0) + row.n });
  }
  return [...sums.values()].filter(({ n }) => n !== 0);
}

/** In one order for all, so that two who change the same do not wait for each other. */
async function addAll(tx: EntityManager, rows: readonly FederationCountRow[]): Promise<void> {
  const inOrder = summed(rows).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const row of inOrder) await addToCount(tx, row);
}

/** What has begun by that day as one row. */
const upTo = (day: Day, rows: readonly FederationCountRow[]): FederationCountRow[] =>
  summed(rows.map((row) => (row.fromDay <= day ? { ...row, fromDay: sinceEver } : row)));

function differencesOf(
  kept: readonly FederationCountRow[],
  afresh: readonly FederationCountRow[],
): CountDifference[] {
  const before = new Map(kept.map((row) => [keyOf(row), row]));
  const now = new Map(afresh.map((row) => [keyOf(row), row]));
  const all = new Map([...before, ...now]);
  return [...all].flatMap(([key, row]) => {
    const [was, is] = [before.get(key)?.n ?? 0, now.get(key)?.n ?? 0];
    return was === is ? [] : [{ ...row, n: is, kept: was }];
  });
}
