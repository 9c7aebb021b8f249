import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, table } from './measure.mjs';

const record = fileURLToPath(new URL('../../miniapp/dist/.first-screen', import.meta.url));
const aimMs = 1500;

/** What the last `first-screen` proof recorded of the built service in Chromium. */
export function measureBrowser() {
  if (!existsSync(record)) throw new Error('there is no record: npm run prove -- first-screen');
  const { slowDown, load, at, largestPaintMs } = JSON.parse(readFileSync(record, 'utf8'));
  const rows = Object.entries(largestPaintMs).map(([screen, times]) => [
    screen,
    median(times),
    Math.max(...times),
    times.length,
  ]);
  return `The largest paint of the built service in Chromium, nothing in its cache, its processor ${slowDown} times slower; the aim is ${aimMs} ms.
Recorded ${at.slice(0, 16)} UTC by \`npm run prove -- first-screen\` under a load of ${load}. That nothing moves (a layout shift
under 0.05) is asserted there and in \`npm test\`.

${table(['screen', 'median ms', 'longest ms', 'runs'], rows)}`;
}
