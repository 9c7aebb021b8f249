import { isUnsynced } from './faults';
import { mostWaitMs } from './patience';

const mostTries = 3;
const restMs = 3000;
const leastGatherMs = 5;
const mostGatherMs = 100;

type Leave = () => void;

/** A unit of work that has begun. One of the two ends it. */
export interface WritingUnit {
  /** Resolves when what it wrote is on the disk. */
  keep(): Promise<void>;
  /** Resolves when what it may have read of the others is on the disk: a refusal rests on that too. */
  undo(): Promise<void>;
}

/** The units that wait for the disk together. */
interface Batch {
  kept: Promise<void>;
  keep: () => void;
  lose: (fault: unknown) => void;
}

/**
 * One writer at a time, first come first served. Units that come before the COMMIT has its turn share
 * one BEGIN IMMEDIATE … COMMIT, each in a savepoint of its own, so that fifty of them wait for the disk
 * once. None is answered before that COMMIT, not even with a refusal, which may rest on what another
 * wrote; when it fails, all of them have failed. A unit waits for nothing but its SQL. After a failed fsync nothing is written any more: only a new start reads anew what the disk has.
 */
export class SqliteWriter {
  private last: Promise<void> = Promise.resolve();
  private batch: Batch | undefined;
  private commitMs = 0;
  private unsynced: Error | undefined;
  /** Since when it cannot begin because another process writes. */
  private refused: { at: number; times: number; fault: Error } | undefined;

  constructor(private readonly exec: (sql: string) => void) {}

  async begin(): Promise<WritingUnit> {
    const asked = performance.now();
    const leave = await this.enter();
    try {
      if (performance.now() - asked > mostWaitMs) throw because('NO_TURN_IN_TIME');
      this.batch ??= this.open();
      this.exec('SAVEPOINT unit');
    } catch (fault) {
      leave();
      throw fault;
    }
    return this.unit(this.batch, leave);
  }

  /** Between two batches, outside any transaction. */
  async alone<T>(act: () => T): Promise<T> {
    const leave = await this.enter();
    try {
      this.commit();
      this.expectSynced();
      return act();
    } catch (fault) {
      this.note(fault);
      throw fault;
    } finally {
      leave();
    }
  }

  private unit({ kept }: Batch, leave: Leave): WritingUnit {
    const end = (...statements: string[]): Promise<void> => {
      try {
        statements.forEach(this.exec);
      } catch (fault) {
        // SQLite has given up the whole transaction, as it does when the disk is full.
        this.lose(because('TRANSACTION_GIVEN_UP', fault));
      } finally {
        leave();
      }
      return kept;
    };
    return {
      keep: () => end('RELEASE unit'),
      undo: () => end('ROLLBACK TO unit', 'RELEASE unit'),
    };
  }

  private async enter(): Promise<Leave> {
    const before = this.last;
    let leave: Leave = () => undefined;
    this.last = new Promise((resolve) => (leave = resolve));
    await before;
    return leave;
  }

  /** IMMEDIATE: the write lock is taken at once, so nothing fails half way for want of it. */
  private open(): Batch {
    this.expectSynced();
    this.beginNow();
    let keep!: Batch['keep'];
    let lose!: Batch['lose'];
    const kept = new Promise<void>((resolve, reject) => ([keep, lose] = [resolve, reject]));
    // A batch of which every unit was undone has nobody to tell.
    kept.catch(() => undefined);
    this.whenGathered(() => void this.settle());
    return { kept, keep, lose };
  }

  /** Each try holds up everybody, so after three in vain it rests. */
  private beginNow(): void {
    const { refused } = this;
    const isResting = refused !== undefined && performance.now() - refused.at < restMs;
    if (isResting && refused.times >= mostTries) throw refused.fault;
    try {
      this.exec('BEGIN IMMEDIATE');
      this.refused = undefined;
    } catch (busy) {
      this.refused = {
        at: performance.now(),
        times: (refused?.times ?? 0) + 1,
        fault: busy as Error,
      };
      throw busy;
    }
  }

  /**
   * While the disk is waited for nobody is let in, and Node lets in one connection a turn: on a slow disk
   * a batch stays open for a part of the last wait, or each woman of a crowd would wait for one of her own.
   */
  private whenGathered(act: () => void): void {
    const gatherMs = Math.min(this.commitMs / 4, mostGatherMs);
    if (gatherMs < leastGatherMs) setImmediate(act);
    else setTimeout(act, gatherMs);
  }

  private async settle(): Promise<void> {
    const leave = await this.enter();
    this.commit();
    leave();
  }

  private commit(): void {
    if (!this.batch) return;
    const began = performance.now();
    try {
      this.exec('COMMIT');
      this.commitMs = performance.now() - began;
      this.batch.keep();
      this.batch = undefined;
    } catch (fault) {
      this.note(fault);
      this.lose(fault);
    }
  }

  private note(fault: unknown): void {
    if (isUnsynced(fault)) this.unsynced = fault as Error;
  }

  private expectSynced(): void {
    if (this.unsynced) throw this.unsynced;
  }

  private lose(fault: unknown): void {
    this.batch?.lose(fault);
    this.batch = undefined;
    try {
      this.exec('ROLLBACK');
    } catch {
      // It was rolled back already.
    }
  }
}

const because = (code: string, cause?: unknown): Error =>
  Object.assign(new Error(code, { cause }), { code });
