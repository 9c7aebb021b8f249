/** Why the process cannot start, as one line that says what to do about it. */
export class StartFault extends Error {}

const lines: Record<string, (where: string) => string> = {
  EADDRINUSE: (where) => `${where} is taken: stop the program that has it, or set another PORT.`,
  EACCES: (where) => `${where} may not be used: choose another PORT or DATA_DIR.`,
  EROFS: (where) => `${where} is on a disk that is read-only: mount it to be written.`,
  EADDRNOTAVAIL: (where) => `${where} is no address of this machine: set another HOST.`,
};

export function damaged(where: string): string {
  return `The database in ${where} is damaged: keep a copy of the folder, then put back the last backup (docs/runbook.md).`;
}

/** By SQLite's result code. `where` is the folder of the database. */
const sqliteLines: Record<number, (where: string) => string> = {
  5: (where) => `${where} is in use by another process: stop that one first.`,
  8: (where) => `The database in ${where} is read-only: make the folder and its files writable.`,
  10: (where) => `The disk of ${where} does not read or write: look at the disk, then start again.`,
  11: damaged,
  13: (where) => `The disk of ${where} is full: make room, then start again.`,
  14: (where) => `The database in ${where} cannot be opened: look at the folder and whose it is.`,
  26: damaged,
};

/** Puts a fault of the system into one line. `what` is what was being done. */
export function asStartFault(fault: unknown, what: string, where: string): StartFault {
  if (fault instanceof StartFault) return fault;
  const { code = 'unknown', errcode = 0 } = fault as { code?: string; errcode?: number };
  const ofSqlite = sqliteLines[errcode & 0xff]?.(where);
  if (ofSqlite) return new StartFault(ofSqlite);
  return new StartFault(lines[code]?.(where) ?? `${what} ${where} failed (${code}).`);
}
