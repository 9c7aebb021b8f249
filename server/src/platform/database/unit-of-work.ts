import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { isConflict } from './faults';

const attempts = 3;
const longestPauseMs = 40;
const inside = new AsyncLocalStorage<true>();

/** What succeeds or fails together. The transaction is handed on as an argument, never found. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** For reads outside a unit of work. Inside one it would silently step out of it, so it throws. */
  get reader(): EntityManager {
    if (inside.getStore()) throw new Error('inside a unit of work use its transaction');
    return this.dataSource.manager;
  }

  /**
   * Runs the work in one transaction. When the database gave up on it because of another one
   * (deadlock, lock time-out, changed snapshot, busy), the whole work runs again, three times at most,
   * after a pause by chance, so that those who met do not meet again.
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (inside.getStore())
      throw new Error('a unit of work inside another: pass the transaction on');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inside.run(true, () => this.once(work));
      } catch (fault) {
        if (attempt === attempts || !isConflict(fault)) throw fault;
        await pause(randomInt(1, longestPauseMs * attempt));
      }
    }
  }

  private async once<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const done = await work(runner.manager);
      await runner.commitTransaction();
      return done;
    } catch (fault) {
      if (runner.isTransactionActive) await this.undo(runner);
      throw fault;
    } finally {
      await runner.release();
    }
  }

  /** Throws when what the work had read of others is lost, and with it the reason of its refusal. */
  private async undo(runner: QueryRunner): Promise<void> {
    try {
      await runner.rollbackTransaction();
    } catch (lost) {
      // On MySQL only what was kept is read, and a lost connection undoes its work by itself.
      if (this.dataSource.options.type !== 'mysql') throw lost;
    }
  }

  /** What was deleted leaves SQLite's log of writes too. How long MySQL keeps its own is set there. */
  async eraseTraces(): Promise<void> {
    if (this.dataSource.options.type === 'mysql') return;
    await this.dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}
