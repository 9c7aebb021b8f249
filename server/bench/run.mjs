import { step } from '../bin/steps/show.mjs';
import { build } from '../bin/steps/workspace.mjs';
import { fillMariadb, fillSqlite, theCountry } from './homes.mjs';
import { measureBrowser } from './part-browser.mjs';
import { measureDesk } from './part-desk.mjs';
import { measureHttp } from './part-http.mjs';
import { measureNearest } from './part-nearest.mjs';
import { measureSeats } from './part-seats.mjs';
import { measureStart } from './part-start.mjs';
import { measureTree } from './part-tree.mjs';
import { measureVisits } from './part-visits.mjs';
import { measureWeapp } from './part-weapp.mjs';
import { heading, report } from './report.mjs';

const parts = {
  nearest: measureNearest,
  http: measureHttp,
  seats: measureSeats,
  visits: measureVisits,
  tree: measureTree,
  desk: measureDesk,
  start: measureStart,
  weapp: measureWeapp,
  browser: measureBrowser,
};

async function withHomes(isQuick, work) {
  const given = { isQuick, homes: theCountry(isQuick) };
  const stops = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0)) await stop();
  };
  // Half a gigabyte would otherwise stay behind.
  const leave = () => stopAll().then(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave);
  const keep = async (name, fill) => {
    const place = await fill(given.homes);
    stops.push(place.stop);
    given[name] = place;
  };
  try {
    await step(`put ${given.homes.length} homes into SQLite`, () => keep('sqlite', fillSqlite));
    await step('put the same into a private MariaDB', () => keep('mariadb', fillMariadb));
    await work(given);
  } finally {
    await stopAll();
  }
}

/** Measures the parts named, all of them when none is, and writes docs/bench.md unless it is a quick run. */
export async function bench(names, isQuick) {
  const unknown = names.filter((name) => !parts[name]);
  if (unknown.length > 0) throw new Error(`There is no part ${unknown}: ${Object.keys(parts)}`);
  const chosen = names.length > 0 ? names : Object.keys(parts);

  for (const product of ['shared', 'server']) await step(`build ${product}`, () => build(product));
  const measured = {};
  const measure = async (given) => {
    for (const name of chosen) {
      const above = heading(name);
      await step(`measure ${name}`, async () => {
        measured[name] = `${above}\n\n${await parts[name](given)}`;
      });
      console.log(`\n${measured[name]}\n`);
    }
  };
  const needsHomes = chosen.some((name) => name === 'nearest' || name === 'http');
  await (needsHomes ? withHomes(isQuick, measure) : measure({ isQuick }));
  if (!isQuick) console.log(`written to ${report(measured)}`);
}
