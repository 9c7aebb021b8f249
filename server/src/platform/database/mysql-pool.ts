import type { Socket } from 'node:net';
import { createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import { mostWaitMs } from './patience';

/** For a row that another transaction holds. Then the whole unit of work is tried again. */
const rowWaitSeconds = 5;
/** A connection in use that says nothing for longer than it may wait for a row leads nowhere. */
const mostSilentMs = 8000;
/** When one has waited in vain, for those who come after, until somebody is given a connection sooner. */
const stuckWaitMs = 500;
/** For all of one unit of work: rows that it holds are kept from others. */
const mostHeldMs = 20_000;

const each = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION innodb_lock_wait_timeout = ${rowWaitSeconds}`,
];

/** Settings are said once a connection, not before each transaction: that would be one more way there and back. */
export function makePool(given: PoolOptions): Pool {
  const pool = createPool(given);
  pool.on('connection', (connection) => {
    // Whoever asked it is told; unheard, the second fault of a connection would end the process.
    connection.on('error', () => undefined);
    for (const statement of each)
      connection.query(statement, (fault) => {
        if (fault) connection.destroy();
      });
  });
  boundWaiting(pool);
  return pool;
}

const busy = (): Error =>
  Object.assign(new Error('no connection in time'), { code: 'NO_CONNECTION_IN_TIME' });

function boundWaiting(pool: Pool): void {
  const give = pool.getConnection.bind(pool);
  let isStuck = false;

  pool.getConnection = (answer) => {
    const asked = performance.now();
    let isLate = false;
    const tooLate = setTimeout(
      () => {
        isStuck = isLate = true;
        answer(busy(), undefined as never);
      },
      isStuck ? stuckWaitMs : mostWaitMs,
    );
    give((fault, connection) => {
      clearTimeout(tooLate);
      if (fault?.code === 'ETIMEDOUT') isStuck = true;
      if (!fault && performance.now() - asked < stuckWaitMs) isStuck = false;
      if (!isLate) answer(fault && (fault.code ? fault : busy()), connection);
      else if (!fault) connection.release();
    });
  };
}

const socketOf = (connection: PoolConnection): Socket =>
  (connection as unknown as { stream: Socket }).stream;

const timedOut = (): Error => Object.assign(new Error('too long'), { code: 'ETIMEDOUT' });

/** Ends a connection that is held too long, whatever it says meanwhile. */
function boundHolding(pool: Pool): void {
  const give = pool.getConnection.bind(pool);
  const held = new WeakMap<PoolConnection, NodeJS.Timeout>();

  pool.on('release', (connection) => clearTimeout(held.get(connection)));
  pool.getConnection = (answer) =>
    give((fault, connection) => {
      if (!fault) {
        const end = () => socketOf(connection).destroy(timedOut());
        // Where somebody waits, the pool hands it on without a release.
        clearTimeout(held.get(connection));
        held.set(connection, setTimeout(end, mostHeldMs).unref());
      }
      answer(fault, connection);
    });
}

/**
 * From now on a connection that is in use and silent for eight seconds is given up, and with it those
 * that lie idle: they were probably cut at the same place; also one that is held for twenty seconds.
 * Not before the migrations, which may take long.
 */
export function giveUpLong(pool: Pool): void {
  const idle = new Set<PoolConnection>();
  const watched = new WeakSet<Socket>();
  boundHolding(pool);

  const giveUp = (socket: Socket): void => {
    socket.destroy(timedOut());
    for (const connection of idle) socketOf(connection).destroy();
    idle.clear();
  };
  pool.on('acquire', (connection) => {
    const socket = socketOf(connection);
    idle.delete(connection);
    socket.setTimeout(mostSilentMs);
    if (!watched.has(socket)) socket.on('timeout', () => giveUp(socket));
    watched.add(socket);
  });
  pool.on('release', (connection) => {
    idle.add(connection);
    socketOf(connection).setTimeout(0);
  });
}
