import { build, productNames } from '../server/bin/steps/workspace.mjs';
import { step } from '../server/bin/steps/show.mjs';
import { check, jest } from './checks.mjs';
import { checkLockfile } from './lockfile.mjs';
import { onNode24 } from './node24.mjs';
import { specsWithoutDatabase } from './specs.mjs';
import { count } from './tally.mjs';

const workspaces = ['shared', 'server', 'miniapp'];
const builds = 'jest.builds.config.cjs';

/** What a part needs of the machine, beyond Node and the dependencies. */
export const needs = {
  drift: ['mariadb'],
  server: ['mariadb', 'strace', 'poppler'],
  node24: ['mariadb', 'strace', 'poppler'],
  browser: ['chromium', 'font'],
};

/** Two fifths of the time, for what hangs on no version of Node: who may what, and a killed process. */
const slowAndTheSame = ['test/access-matrix', 'test/faults/'];

/** Where the SQLite inside Node 24 could differ from that of the package: files, locks, what goes in and out. */
const embedded = ['src/platform/', 'test/(backup|durable|installation|migrations|serving|prove)'];

/** On two processors: a test of the server waits for the disk, or for another process, half of its time. */
const workers = 3;

const onSqlite = ({ env, ...choice }) =>
  step('on SQLite', () =>
    jest('server', { ...choice, workers, env: { ...env, TEST_DB: 'sqlite' } }),
  );

async function onMariadb({ mariadb }, { env, ...choice }) {
  if (!mariadb) return;
  const all = { ...env, TEST_DB: 'mariadb', TEST_MARIADB_URL: mariadb };
  await step('on MariaDB', () => jest('server', { ...choice, workers, env: all }));
}

async function onBothDatabases(world, choice) {
  await onSqlite(choice);
  await onMariadb(world, choice);
}

async function buildAll(...names) {
  for (const name of names) await step(`build ${name}`, () => build(name));
}

/** The parts in the order in which they run: what is cheap and tells much comes first. */
export const parts = {
  'set-up': () => count(1, 0),
  lockfile: () => checkLockfile(),
  format: () => check('prettier', ['--check', '--log-level=warn', '.']),
  imports: () => check('depcruise', ['shared', 'server', 'miniapp', '--output-type=err-long']),
  'dead-code': () => check('knip', []),
  types: async () => {
    for (const place of workspaces) await check('tsc', ['--noEmit', '-p', 'tsconfig.json'], place);
  },
  lint: () => check('eslint', ['--max-warnings=0', '.']),
  rules: async () => {
    await jest('shared');
    await jest('server', { only: specsWithoutDatabase() });
  },
  miniapp: () => jest('miniapp'),
  drift: (world) => onBothDatabases(world, { only: ['test/drift'] }),
  server: async (world) => {
    await buildAll('shared', 'server');
    await onBothDatabases(world, { never: ['test/drift', ...specsWithoutDatabase()] });
  },
  node24: async (world) => {
    const env = await onNode24();
    if (!env) return;
    await buildAll('shared', 'server');
    await onSqlite({ env, only: embedded });
    await onMariadb(world, { env, never: slowAndTheSame });
  },
  build: async () => {
    await buildAll(...productNames);
    count(1, 0);
  },
  weapp: async () => {
    await buildAll('shared', 'server', 'weapp');
    await jest('miniapp', { config: builds, only: ['/test/weapp/'] });
  },
  browser: async ({ here }) => {
    if (!here.has('chromium')) return;
    await buildAll('shared', 'server', 'h5');
    await jest('miniapp', { config: builds, only: ['/test/browser/'] });
  },
};
