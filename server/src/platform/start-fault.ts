/** Why the process cannot start, as one line that says what to do about it. */
export class StartFault extends Error {}

const lines: Record<string, (where: string) => string> = {
  EADDRINUSE: (where) => `${where} is taken: stop the program that has it, or set another PORT.`,
  EACCES: (where) => `${where} may not be used: choose another PORT or DATA_DIR.`,
  EADDRNOTAVAIL: (where) => `${where} is no address of this machine: set another HOST.`,
};

/** Puts a fault of the system into one line. `what` is what was being done. */
export function asStartFault(fault: unknown, what: string, where: string): StartFault {
  if (fault instanceof StartFault) return fault;
  const { code = 'unknown' } = fault as { code?: string };
  return new StartFault(lines[code]?.(where) ?? `${what} ${where} failed (${code}).`);
}
