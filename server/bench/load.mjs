import autocannon from 'autocannon';
import { median } from './measure.mjs';

const connections = 10;

async function once(url, paths, seconds) {
  const requests = paths.map((path) => ({ path }));
  const {
    requests: answered,
    latency,
    errors,
    non2xx,
  } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests,
  });
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} refusals`);
  return { perSecond: answered.average, p99: latency.p99 };
}

/** Requests a second and p99 in ms of servers under load, in turns, the median of all rounds. */
export async function loadInTurns(servers, { rounds, seconds }) {
  const seen = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (const { url, paths } of Object.values(servers)) await once(url, paths, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { url, paths }] of Object.entries(servers)) {
      seen[name].push(await once(url, paths, seconds));
    }
  }
  const result = Object.entries(seen).map(([name, all]) => ({
    name,
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    p99: median(all.map(({ p99 }) => p99)),
  }));
  return result;
}

export const loadWords = ({ rounds, seconds }) =>
  `autocannon, ${connections} connections, ${rounds} rounds of ${seconds} s in turns, medians`;

/** Rows of a table, with each rate as a part of the first server's. */
export const loadRows = (results) =>
  results.map(({ name, perSecond, p99 }) => [
    name,
    Math.round(perSecond).toLocaleString('en'),
    (perSecond / results[0].perSecond).toFixed(2),
    p99,
  ]);
