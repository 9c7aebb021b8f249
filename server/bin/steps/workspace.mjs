import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './command.mjs';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const packages = ['.', 'shared', 'server', 'miniapp'];
const pinned = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.pnpm;

const pnpm = (args) => run('npx', ['--yes', `pnpm@${pinned()}`, ...args], { cwd: root });

/** Brings node_modules to the frozen lockfile; does nothing when it is there already. */
export async function install() {
  const manifests = packages.map((place) => path.join(place, 'package.json'));
  const print = fingerprint(
    root,
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests],
    `${process.platform} ${process.arch}`,
  );
  const mark = path.join(root, 'node_modules/.cache/installed-from');
  const present = packages.every((place) => existsSync(path.join(root, place, 'node_modules')));
  if (present && isStamped(mark, print)) return 'nothing has changed';

  if ((await pnpm(['install', '--frozen-lockfile'])) !== 0) {
    throw new Error('The dependencies could not be installed; pnpm says why above.');
  }
  stamp(mark, print);
  return 'installed';
}

const products = {
  shared: { from: ['shared'], into: 'shared/dist', proof: 'esm/index.js', script: 'build' },
  server: { from: ['server'], into: 'server/dist', proof: 'main.js', script: 'build' },
  weapp: {
    from: ['shared', 'miniapp'],
    into: 'miniapp/dist',
    proof: 'weapp/app.json',
    script: 'build:weapp',
  },
  h5: {
    from: ['shared', 'miniapp'],
    into: 'miniapp/dist',
    proof: 'h5/index.html',
    script: 'build:h5',
  },
};
export const productNames = Object.keys(products);

/** Builds one product from its sources; does nothing when they are those it was built from. */
export async function build(name) {
  const { from, into, proof, script } = products[name];
  const print = fingerprint(
    root,
    [...from, 'tsconfig.base.json', 'pnpm-lock.yaml'],
    process.env.TARO_APP_API,
  );
  const mark = path.join(root, into, `.${name}-built-from`);
  if (existsSync(path.join(root, into, proof)) && isStamped(mark, print)) {
    return 'nothing has changed';
  }

  const code = await pnpm(['--filter', `./${into.split('/')[0]}`, script]);
  if (code !== 0 || !existsSync(path.join(root, into, proof))) {
    throw new Error(`${name} could not be built; the compiler says why above.`);
  }
  stamp(mark, print);
  return 'built';
}
