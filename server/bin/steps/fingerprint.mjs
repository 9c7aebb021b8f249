import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const skipped =
  /^(?:node_modules|dist|bin|bench|test|coverage|data|\..*cache|\.swc|\.temp)$|\.spec\.tsx?$/;

function filesUnder(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [place];
  return readdirSync(place)
    .filter((name) => !skipped.test(name))
    .flatMap((name) => filesUnder(path.join(place, name)));
}

/** A SHA-256 over the names and contents of all files under `places` and over `also`. */
export function fingerprint(root, places, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of places.flatMap((place) => filesUnder(path.join(root, place))).sort()) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

export function isStamped(file, print) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && readFileSync(file, 'utf8') === print;
}

export function stamp(file, print) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, print);
}
