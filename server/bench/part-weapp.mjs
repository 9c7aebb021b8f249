import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './measure.mjs';
import { measureTaskList } from './task-list.mjs';

const weapp = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url));
const record = fileURLToPath(new URL('../../miniapp/dist/.weapp-set-data', import.meta.url));
const mainLimitKb = 450;

const bytesUnder = (place) =>
  statSync(place).isFile()
    ? statSync(place).size
    : readdirSync(place).reduce((sum, name) => sum + bytesUnder(path.join(place, name)), 0);

const kb = (bytes) => (bytes / 1024).toFixed(1);

/** Bytes that WeChat downloads for each package, and the largest single `setData` of the journeys. */
export async function measureWeapp() {
  if (!existsSync(weapp)) throw new Error('there is no weapp build: npm test -- build');
  const app = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) =>
    root.replace(/\/$/, ''),
  );
  const sub = roots.map((root) => [root, bytesUnder(path.join(weapp, root))]);
  const all = bytesUnder(weapp);
  const main = all - sub.reduce((sum, [, bytes]) => sum + bytes, 0);

  const rows = [['main', main], ...sub, ['all', all]].map(([name, bytes]) => [name, kb(bytes)]);
  const setData = existsSync(record)
    ? `${kb(Number(readFileSync(record, 'utf8')))} KB`
    : 'not recorded: run `npm test -- weapp` first';
  return `The WeChat build as it lies on the disk; the aim is a main package under ${mainLimitKb} KB.

${table(['package', 'KB'], rows)}

Largest single \`setData\` of the journeys: ${setData}.

${measureTaskList()}`;
}
