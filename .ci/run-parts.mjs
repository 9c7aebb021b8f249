import { signalRunning } from '../server/bin/steps/command.mjs';
import { endWithShellOfNpm } from '../server/bin/steps/parent.mjs';
import { step } from '../server/bin/steps/show.mjs';
import { install } from '../server/bin/steps/workspace.mjs';
import { provide } from './machine.mjs';
import { startMariadb } from './mariadb.mjs';
import { close, count, tally } from './tally.mjs';

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
let database;

/** What was asked for by name, or all of them. */
function choose(parts) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(
      `There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`,
    );
    process.exit(2);
  }
  return Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(name));
}

async function setUp(needed) {
  const world = { here: new Set(), mariadb: undefined };
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
  return world;
}

async function runPart(name, part, world) {
  const failedBefore = tally.failed;
  await step(name, async () => {
    try {
      await part(world);
    } catch (fault) {
      console.error(fault);
      count(0, 1);
    }
    const failed = tally.failed - failedBefore;
    return failed === 0 ? name : `✗ ${name}: ${failed} failed`;
  });
}

async function leave(signal) {
  signalRunning(signal);
  await database?.stop();
  process.exit(exitCodes[signal]);
}

/** Runs the parts that were asked for, each by what the table says, and closes with the counts. */
export async function runParts({ parts, needs, end = () => undefined }) {
  const chosen = choose(parts);
  endWithShellOfNpm();
  for (const signal of Object.keys(exitCodes)) process.once(signal, leave);
  try {
    const world = await setUp([...new Set(chosen.flatMap((name) => needs[name] ?? []))]);
    for (const name of chosen) await runPart(name, parts[name], world);
  } catch (fault) {
    console.error(fault);
    count(0, 1);
  }
  await database?.stop();
  end();
  process.exitCode = close();
}
