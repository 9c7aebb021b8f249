import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../server/bin/steps/workspace.mjs';
import { lockedPackages } from './locked.mjs';

const sha512 = /sha512-([A-Za-z0-9+/=]+)/;
const hexOf = (source) => Buffer.from(sha512.exec(source)?.[1] ?? '', 'base64').toString('hex');

const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const componentOf = ({ name, version, source }) => ({
  type: 'library',
  'bom-ref': purlOf(name, version),
  name,
  version,
  purl: purlOf(name, version),
  hashes: [{ alg: 'SHA-512', content: hexOf(source) }],
});

/** Every package of the lockfile with its hash, as CycloneDX 1.6. */
export const sbomOf = (lockfile) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  components: lockedPackages(lockfile).map(componentOf),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lockfile = readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8');
  console.log(JSON.stringify(sbomOf(lockfile), null, 2));
}
