interface DriverFault {
  code?: string;
  errno?: number;
  /** SQLite's extended result code. */
  errcode?: number;
  /** MySQL's client: the connection cannot be used any more. */
  fatal?: boolean;
}

function driverFault(fault: unknown): DriverFault {
  const inner = (fault as { driverError?: unknown } | null)?.driverError ?? fault;
  return typeof inner === 'object' && inner !== null ? inner : {};
}

const mysqlDuplicate = 1062;
const sqliteUnique = [2067, 1555];

/** The row was there already, by a unique key or the primary key. */
export function isUniqueViolation(fault: unknown): boolean {
  const { errno, errcode } = driverFault(fault);
  return errno === mysqlDuplicate || sqliteUnique.includes(errcode ?? 0);
}

/** Deadlock, lock wait time-out, snapshot changed. */
const mysqlConflicts = [1213, 1205, 1020];
const sqliteBusy = 5;

/** Another transaction stood in the way: the whole unit of work may be tried again. */
export function isConflict(fault: unknown): boolean {
  const { errno, errcode } = driverFault(fault);
  return mysqlConflicts.includes(errno ?? 0) || ((errcode ?? 0) & 0xff) === sqliteBusy;
}

const connectionCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EMFILE',
  'ENFILE',
  'NO_CONNECTION_IN_TIME',
  'NO_TURN_IN_TIME',
  'TRANSACTION_GIVEN_UP',
];
/** No memory, read-only, I/O error, damaged, full, cannot open. */
const sqliteStorage = [7, 8, 10, 11, 13, 14];
/** Too many connections, disk full, read-only, server stopping, connection killed. */
const mysqlStorage = [1040, 1021, 1290, 1053, 1114, 1792, 1836, 1927];

/** Of a file, and of a folder. */
const sqliteUnsynced = [1034, 1290];

/** The disk said that it did not keep what was written: asked again it may say yes and still have nothing. */
export const isUnsynced = (fault: unknown): boolean =>
  sqliteUnsynced.includes(driverFault(fault).errcode ?? 0);

/** The database cannot serve just now: said to the person as “busy”, never as a fault of hers. */
export function isUnavailable(fault: unknown): boolean {
  const { code, errno, errcode, fatal } = driverFault(fault);
  return (
    fatal === true ||
    connectionCodes.includes(code ?? '') ||
    mysqlStorage.includes(errno ?? 0) ||
    sqliteStorage.includes((errcode ?? 0) & 0xff) ||
    isConflict(fault)
  );
}
