import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const modifiedAt = (file: string): number =>
  statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

let largest = 0;

/** Leaves the largest `setData` since this build beside the build, for `npm run bench`. */
export function noteSetData(bytes: number, root: string): void {
  if (bytes <= largest) return;
  largest = bytes;
  const record = path.join(root, '../.weapp-set-data');
  const isOfThisBuild = modifiedAt(record) > modifiedAt(path.join(root, 'app.json'));
  if (isOfThisBuild && Number(readFileSync(record, 'utf8')) >= bytes) return;
  writeFileSync(record, String(bytes));
}
