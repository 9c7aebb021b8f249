import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../server/bin/steps/workspace.mjs';
import { count } from './tally.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const sha512 = /^ {4}resolution: \{integrity: sha512-[A-Za-z0-9+/]+=*\}$/;
const weekInMinutes = 7 * 24 * 60;

/** The lines of one top-level section of a YAML file as pnpm writes it. */
function section(text, name) {
  const from = text.indexOf(`\n${name}:\n`);
  if (from < 0) return [];
  const rest = text.slice(from + name.length + 3);
  return rest.split(/\n(?=\S)/)[0].split('\n');
}

/** Every locked package: name, version and the line that says where it comes from. */
function lockedPackages(lockfile) {
  const found = [];
  for (const line of section(lockfile, 'packages')) {
    const entry = /^ {2}'?(@?[^@']+)@([^']+?)'?:$/.exec(line);
    if (entry) found.push({ name: entry[1], version: entry[2], source: '' });
    if (line.startsWith('    resolution:')) found.at(-1).source = line;
  }
  return found;
}

const isOlder = (version, floor) =>
  version.localeCompare(floor, 'en', { numeric: true, sensitivity: 'base' }) < 0;

function underFloor(locked, floors) {
  return floors.flatMap(({ name, from, below, advisory, accepted = {} }) =>
    locked
      .filter((each) => each.name === name && !(each.version in accepted))
      .filter(({ version }) => (!from || !isOlder(version, from)) && isOlder(version, below))
      .map(({ version }) => `${name}@${version} is below ${below} (${advisory})`),
  );
}

function undecidedScripts(workspace) {
  const decided = section(workspace, 'allowBuilds').map((line) => line.trim().split(/['":]+/));
  const names = new Set(decided.map((words) => words.find((word) => word !== '')));
  const state = read('node_modules/.modules.yaml');
  const ignored = /"ignoredBuilds": \[([^\]]*)\]/.exec(state)?.[1] ?? '';
  return [...ignored.matchAll(/"(@?[^@"]+)@[^"]+"/g)]
    .filter(([, name]) => !names.has(name))
    .map(([, name]) => `${name} has an install script that allowBuilds does not decide`);
}

function looseVersions(workspace) {
  return section(workspace, 'catalog')
    .filter((line) => /^ {2}\S/.test(line) && !/: \d+\.\d+\.\d+(?:-[\w.]+)?$/.test(line))
    .map((line) => `the catalog must name one exact version:${line}`);
}

function otherSources(locked) {
  const wrong = locked.filter(({ source }) => !sha512.test(source));
  const faults = wrong.map(
    ({ name, version, source }) => `${name}@${version} has no plain integrity: ${source.trim()}`,
  );
  if (existsSync(path.join(root, '.npmrc')) && /registry|_auth/.test(read('.npmrc'))) {
    faults.push('.npmrc names a registry: the project must install from the one a person has set');
  }
  return faults;
}

export function checkLockfile() {
  const locked = lockedPackages(read('pnpm-lock.yaml'));
  const workspace = read('pnpm-workspace.yaml');
  const age = Number(/^minimumReleaseAge: (\d+)$/m.exec(workspace)?.[1] ?? 0);
  const faults = [
    ...otherSources(locked),
    ...looseVersions(workspace),
    ...undecidedScripts(workspace),
    ...underFloor(locked, JSON.parse(read('.ci/advisory-floor.json'))),
    ...(age < weekInMinutes ? ['minimumReleaseAge must be a week or more'] : []),
    ...(locked.length < 100 ? ['the lockfile could not be read'] : []),
  ];
  for (const fault of faults) console.log(`  ${fault}`);
  console.log(`  ${locked.length} locked packages`);
  count(faults.length === 0 ? 1 : 0, faults.length === 0 ? 0 : 1);
}
