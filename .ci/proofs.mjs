import { step } from '../server/bin/steps/show.mjs';
import { build } from '../server/bin/steps/workspace.mjs';
import { jest } from './checks.mjs';
import { tally } from './tally.mjs';

const both = ['sqlite', 'mariadb'];
const pages = {
  in: 'miniapp',
  config: 'jest.builds.config.cjs',
  builds: ['shared', 'server', 'h5'],
};

const weapp = { ...pages, builds: ['shared', 'server', 'weapp'] };

/** A proof is a row: its name, the specs that run it, and on which databases, or in which browser. */
const rows = [
  { name: 'walker', specs: ['test/prove/walker/'], on: both },
  { name: 'attacks', specs: ['test/prove/attack/'], on: ['sqlite'] },
  { name: 'load', specs: ['test/prove/load/'], on: both },
  { name: 'kills', specs: ['test/faults/'], on: both },
  { name: 'faults', specs: ['test/prove/faults/'], on: both },
  { name: 'access', specs: ['test/(access-matrix|scoping|controls)'], on: both },
  { name: 'planted-values', specs: ['test/planted-values'], on: both },
  { name: 'key-rotation', specs: ['test/key-rotation'], on: both },
  { name: 'field-histories', specs: ['src/visit/histories'], on: both },
  // A model of the service in memory: no database takes part.
  { name: 'phone', specs: ['/test/phone/'], on: ['sqlite'], in: 'miniapp', builds: [] },
  { name: 'phone-and-service', specs: ['/test/weapp/field-'], on: both, ...weapp },
  { name: 'pages', specs: ['/test/browser/modes'], on: ['chromium'], ...pages },
  { name: 'first-screen', specs: ['/test/browser/first-screen'], on: ['chromium'], ...pages },
];

/** What was proved, for the table at the end. */
const proved = [];
const isFigure = /^ {2}\S.*\d/;

async function prove({ name, specs, in: place = 'server', config }, database, mariadb) {
  const before = { ...tally };
  const began = performance.now();
  const figures = [];
  const onOut = (out) => figures.push(...out.split('\n').filter((line) => isFigure.test(line)));
  const env = { PROVE: '1', TEST_DB: database, ...(mariadb && { TEST_MARIADB_URL: mariadb }) };
  await step(`${name} on ${database}`, () => jest(place, { config, only: specs, env, onOut }));
  proved.push({
    proof: name,
    database,
    passed: tally.passed - before.passed,
    failed: tally.failed - before.failed,
    seconds: Math.round((performance.now() - began) / 1000),
    figures,
  });
}

async function run(row, { mariadb, here }) {
  for (const name of row.builds ?? ['shared', 'server'])
    await step(`build ${name}`, () => build(name));
  for (const where of row.on) {
    if (where === 'sqlite' || (where === 'chromium' ? here.has(where) : mariadb))
      await prove(row, where, mariadb);
  }
}

export const parts = Object.fromEntries(rows.map((row) => [row.name, (world) => run(row, world)]));
export const needs = Object.fromEntries(
  rows.map(({ name, on }) => [
    name,
    on.includes('chromium') ? ['chromium', 'font'] : ['mariadb', 'strace'],
  ]),
);

export function end() {
  for (const { proof, database, figures } of proved)
    for (const line of figures)
      console.log(`${proof} on ${database}: ${line.trim().slice(0, 200)}`);
  console.table(proved.map(({ figures: _, ...row }) => row));
}
