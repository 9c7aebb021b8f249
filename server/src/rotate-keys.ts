import 'reflect-metadata';
import { runCommand, say } from './command';
import { readConfig } from './platform/config';
import { Cipher } from './platform/crypto/cipher';
import { rotateKeys } from './platform/crypto/key-rotation';
import { openDatabase } from './tables';

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

runCommand(async () => {
  const left = await rotate();
  if (left === 0) say('The older keys can be taken out of KEY_RING.');
  else say('Restart every server with the new key first, then run this again.');
  return left === 0;
});
