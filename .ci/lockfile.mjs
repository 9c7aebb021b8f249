import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../server/bin/steps/workspace.mjs';
import { packagesWithScripts } from './install-scripts.mjs';
import { lockedPackages } from './locked.mjs';
import { sbomOf } from './sbom.mjs';
import { supplyFaults } from './supply-faults.mjs';
import { count } from './tally.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');

const seen = () => ({
  lockfile: read('pnpm-lock.yaml'),
  workspace: read('pnpm-workspace.yaml'),
  floors: JSON.parse(read('.ci/advisory-floor.json')),
  npmrc: existsSync(path.join(root, '.npmrc')) ? read('.npmrc') : '',
  scripted: packagesWithScripts(),
  manifest: read('server/package.json'),
});

const changed = (name, from, to) => (files) => ({
  ...files,
  [name]: files[name].replace(from, to),
});

/** What somebody might slip in; a check that lets one of these through is worth nothing. */
const slips = {
  'an entry without integrity': changed('lockfile', /\{integrity: sha512-[^}]+\}/, '{}'),
  'a weaker hash': changed('lockfile', /sha512-/, 'sha1-'),
  'a package from elsewhere': changed(
    'lockfile',
    /\{integrity: /,
    '{tarball: https://elsewhere.example/a.tgz, integrity: ',
  ),
  'a range of versions': changed('workspace', /\n {2}ajv: /, '\n  ajv: ^'),
  'versions of today': changed('workspace', /minimumReleaseAge: 10080/, 'minimumReleaseAge: 0'),
  'an exception from the age': changed('workspace', /$/, '\nminimumReleaseAgeExclude:\n  - ajv\n'),
  'an install script that runs': changed('workspace', /esbuild: false/, 'esbuild: true'),
  'an install script nobody decided': changed('workspace', /\n {2}esbuild: false/, ''),
  'a registry of its own': (files) => ({ ...files, npmrc: 'registry=https://elsewhere.example' }),
  'a version with an advisory': (files) => ({
    ...files,
    floors: [
      ...files.floors,
      { name: 'fastify', below: '999.0.0', advisory: 'GHSA-aaaa-bbbb-cccc' },
    ],
  }),
  'an accepted advisory without why': (files) => ({
    ...files,
    floors: [{ ...files.floors[0], accepted: { '1.0.0': '' } }, ...files.floors],
  }),
};

const letThrough = (files) =>
  Object.entries(slips)
    .filter(([, slip]) => supplyFaults(slip(files)).length === 0)
    .map(([name]) => `the check lets through: ${name}`);

function missingInSbom(files) {
  const named = sbomOf(files.lockfile).components;
  const whole = named.filter(({ purl, hashes }) => purl && hashes[0].content.length === 128);
  return whole.length === lockedPackages(files.lockfile).length
    ? []
    : ['the list of parts (SBOM) does not hold every locked package with its hash'];
}

export function checkLockfile() {
  const files = seen();
  const faults = [...supplyFaults(files), ...letThrough(files), ...missingInSbom(files)];
  for (const fault of faults) console.log(`  ${fault}`);
  console.log(`  ${lockedPackages(files.lockfile).length} locked packages`);
  console.log(`  ${files.floors.length} advisories, ${Object.keys(slips).length} slips tried`);
  count(faults.length === 0 ? 1 : 0, faults.length === 0 ? 0 : 1);
}
