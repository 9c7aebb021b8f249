const away = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'POOL_CLOSED',
  'POOL_NOCONNECTIONS',
  'POOL_ENQUEUELIMIT',
]);

/** Too many connections, shutting down, disk full, read only, lock wait, deadlock, row changed. */
const mysqlNumbers = new Set([1021, 1040, 1053, 1129, 1203, 1205, 1213, 1020, 1290, 1836, 1927, 3024]);

/** BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: https://sqlite.org/rescode.html */
const sqliteNumbers = new Set([5, 6, 8, 10, 13, 14]);

interface DriverError {
  code?: unknown;
  errno?: unknown;
  errcode?: unknown;
  driverError?: unknown;
  cause?: unknown;
}

const isDriverOutage = ({ code, errno, errcode }: DriverError): boolean =>
  away.has(String(code)) ||
  mysqlNumbers.has(Number(errno)) ||
  (typeof errcode === 'number' && sqliteNumbers.has(errcode & 0xff));

/** The database is away, full, locked or read only: worth another try later, and no fault of ours. */
export function isOutage(error: unknown, depth = 3): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false;
  const { driverError, cause } = error as DriverError;
  return isDriverOutage(error) || isOutage(driverError, depth - 1) || isOutage(cause, depth - 1);
}
