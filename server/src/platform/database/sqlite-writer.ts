type Leave = () => void;

/** A unit of work that has begun. One of the two ends it. */
export interface WritingUnit {
  /** Resolves when what it wrote is on the disk. */
  keep(): Promise<void>;
  undo(): void;
}

/** The units that wait for the disk together. */
interface Batch {
  kept: Promise<void>;
  keep: () => void;
  lose: (fault: unknown) => void;
}

/**
 * One writer at a time, first come first served. Units that come within one turn of the event loop
 * share one BEGIN IMMEDIATE … COMMIT, each in a savepoint of its own, so that fifty of them wait for
 * the disk once. None is answered before that COMMIT; when it fails, all of them have failed.
 */
export class SqliteWriter {
  private last: Promise<void> = Promise.resolve();
  private batch: Batch | undefined;

  constructor(private readonly exec: (sql: string) => void) {}

  async begin(): Promise<WritingUnit> {
    const leave = await this.enter();
    try {
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
      return act();
    } finally {
      leave();
    }
  }

  private unit({ kept }: Batch, leave: Leave): WritingUnit {
    const end = (...statements: string[]): void => {
      try {
        statements.forEach(this.exec);
      } catch (fault) {
        // SQLite has given up the whole transaction, as it does when the disk is full.
        this.lose(fault);
      } finally {
        leave();
      }
    };
    const keep = (): Promise<void> => {
      end('RELEASE unit');
      return kept;
    };
    return { keep, undo: () => end('ROLLBACK TO unit', 'RELEASE unit') };
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
    this.exec('BEGIN IMMEDIATE');
    let keep!: Batch['keep'];
    let lose!: Batch['lose'];
    const kept = new Promise<void>((resolve, reject) => ([keep, lose] = [resolve, reject]));
    // A batch of which every unit was undone has nobody to tell.
    kept.catch(() => undefined);
    setImmediate(() => void this.alone(() => undefined));
    return { kept, keep, lose };
  }

  private commit(): void {
    if (!this.batch) return;
    try {
      this.exec('COMMIT');
      this.batch.keep();
      this.batch = undefined;
    } catch (fault) {
      this.lose(fault);
    }
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
