import 'reflect-metadata';
import { ConfigFault, readConfig } from './platform/config';
import { Cipher } from './platform/crypto/cipher';
import { rotateKeys } from './platform/crypto/key-rotation';
import { StartFault } from './platform/start-fault';
import { openDatabase } from './tables';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Answers how many values are still sealed with an older key. */
async function rotate(): Promise<number> {
  const config = readConfig();
  const dataSource = await openDatabase(config);
  try {
    const rotated = await rotateKeys(dataSource, new Cipher(config), ({ table, column }, rows) =>
      say(`  ${table}.${column}: ${rows} more`),
    );
    for (const { column, resealed, left } of rotated)
      say(`${column.table}.${column.column}: ${resealed} sealed anew, ${left} left`);
    return rotated.reduce((sum, { left }) => sum + left, 0);
  } finally {
    await dataSource.destroy();
  }
}

function sayFault(fault: unknown): void {
  const known = fault instanceof ConfigFault || fault instanceof StartFault;
  process.stderr.write(`${known ? fault.message : String((fault as Error).stack)}\n`);
  process.exitCode = 1;
}

rotate().then((left) => {
  if (left === 0) return say('The older keys can be taken out of KEY_RING.');
  process.exitCode = 1;
  return say('Restart every server with the new key first, then run this again.');
}, sayFault);
