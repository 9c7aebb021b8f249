import 'reflect-metadata';
import { runCommand, say } from './command';
import { readConfig } from './platform/config';
import { Cipher } from './platform/crypto/cipher';
import { rotateKeys } from './platform/crypto/key-rotation';
import { openDatabase } from './tables';

/** What a phone sealed to a key that is no longer the first: its token ends before that, and by far most is sent. */
const openedDays = 90;

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
  if (left === 0)
    say(
      `No database needs the older keys now. Phones hold work that was sealed to them: leave them in KEY_RING, behind the new one, for ${openedDays} days from when it came first.`,
    );
  else say('Restart every server with the new key first, then run this again.');
  return left === 0;
});
