import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../server/bin/steps/workspace.mjs';

const store = path.join(root, 'node_modules/.pnpm');
const hooks = ['preinstall', 'install', 'postinstall'];

const packagesIn = (folder) =>
  readdirSync(folder).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(path.join(folder, name)).map((part) => `${name}/${part}`)
      : [name],
  );

function runsSomething(folder) {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  const { scripts = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  return hooks.some((hook) => hook in scripts) || existsSync(path.join(folder, 'binding.gyp'));
}

/** Names of the installed packages that want to run something while they are installed. */
export function packagesWithScripts() {
  const found = readdirSync(store)
    .map((entry) => path.join(store, entry, 'node_modules'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      packagesIn(folder).filter((name) => runsSomething(path.join(folder, name))),
    );
  return [...new Set(found)].sort();
}
