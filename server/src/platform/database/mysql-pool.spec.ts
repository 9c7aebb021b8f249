import { EventEmitter } from 'node:events';
import type { Pool, PoolConnection } from 'mysql2';
import { giveUpLong } from './mysql-pool';

/** The wire of a connection, as far as the bounds touch it. */
class Wire extends EventEmitter {
  isCut = false;
  setTimeout = (): this => this;
  destroy(): void {
    this.isCut = true;
  }
}

/** A pool whose one connection was open before the bounds were set, as it is after the migrations. */
class OldPool extends EventEmitter {
  readonly wire = new Wire();
  private readonly connection = { stream: this.wire } as unknown as PoolConnection;

  getConnection(answer: (fault: null, connection: PoolConnection) => void): void {
    this.emit('acquire', this.connection);
    answer(null, this.connection);
  }
  release(): void {
    this.emit('release', this.connection);
  }
}

describe('how long a connection is held', () => {
  let pool: OldPool;
  const take = () => (pool as unknown as Pool).getConnection(() => undefined);

  beforeEach(() => {
    jest.useFakeTimers();
    pool = new OldPool();
    giveUpLong(pool as unknown as Pool);
  });
  afterEach(() => jest.useRealTimers());

  it('ends after twenty seconds of one unit of work', () => {
    take();
    jest.advanceTimersByTime(19_999);
    expect(pool.wire.isCut).toBe(false);
    jest.advanceTimersByTime(1);
    expect(pool.wire.isCut).toBe(true);
  });

  it('is counted anew each time it is taken, whenever it was opened', () => {
    for (let unit = 0; unit < 5; unit += 1) {
      take();
      jest.advanceTimersByTime(15_000);
      pool.release();
    }
    jest.advanceTimersByTime(60_000);

    expect(pool.wire.isCut).toBe(false);
  });

  it('is counted anew also where it goes straight to the next who waits, which mysql2 calls no release', () => {
    for (let unit = 0; unit < 5; unit += 1) {
      take();
      jest.advanceTimersByTime(15_000);
    }
    pool.release();
    jest.advanceTimersByTime(60_000);

    expect(pool.wire.isCut).toBe(false);
  });
});
