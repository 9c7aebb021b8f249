import { ConfigFault } from './platform/config';
import { StartFault } from './platform/start-fault';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

function sayFault(fault: unknown): void {
  const known = fault instanceof ConfigFault || fault instanceof StartFault;
  process.stderr.write(`${known ? fault.message : String((fault as Error).stack)}\n`);
  process.exitCode = 1;
}

/** Runs a command of the runbook: exit code 0 when it answers true, else 1, and a fault in words. */
export function runCommand(command: () => Promise<boolean>): void {
  command().then((isWell) => {
    if (!isWell) process.exitCode = 1;
  }, sayFault);
}
