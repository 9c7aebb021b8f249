import { signalRunning } from '../server/bin/steps/command.mjs';
import { endWithShellOfNpm } from '../server/bin/steps/parent.mjs';
import { step } from '../server/bin/steps/show.mjs';
import { install } from '../server/bin/steps/workspace.mjs';
import { provide } from './machine.mjs';
import { startMariadb } from './mariadb.mjs';
import { needs, parts } from './parts.mjs';
import { close, count, tally } from './tally.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const chosen = Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(name));
const needed = [...new Set(chosen.flatMap((name) => needs[name] ?? []))];
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const world = { here: new Set(), mariadb: undefined };
let database;

async function setUp() {
  await step('set-up: dependencies of the lockfile', install);
  if (needed.length > 0) {
    await step(`set-up: ${needed.join(', ')}`, async () => {
      world.here = await provide(needed);
      return [...world.here].join(', ');
    });
  }
  if (world.here.has('mariadb')) {
    await step('set-up: a private MariaDB', async () => {
      database = await startMariadb();
      world.mariadb = database.url;
      return database.url;
    });
  }
}

async function runPart(name) {
  const failedBefore = tally.failed;
  await step(name, async () => {
    try {
      await parts[name](world);
    } catch (fault) {
      console.error(fault);
      count(0, 1);
    }
    const failed = tally.failed - failedBefore;
    return failed === 0 ? name : `✗ ${name}: ${failed} failed`;
  });
}

async function runAll() {
  await setUp();
  for (const name of chosen) await runPart(name);
}

async function leave(signal) {
  signalRunning(signal);
  await database?.stop();
  process.exit(exitCodes[signal]);
}

endWithShellOfNpm();
for (const signal of Object.keys(exitCodes)) process.once(signal, leave);
try {
  await runAll();
} catch (fault) {
  console.error(fault);
  count(0, 1);
}
await database?.stop();
process.exitCode = close();
