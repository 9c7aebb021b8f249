import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../server/bin/steps/command.mjs';
import { root } from '../server/bin/steps/workspace.mjs';
import { leaveOut } from './tally.mjs';

const version = '24.21.0';
/** What was fetched must be this, whatever the source of packages says. */
const integrity = {
  'linux-x64':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
};

const folder = path.join(root, 'node_modules/.cache/node24');

function fetchedIntegrity(name) {
  const lock = path.join(folder, 'node_modules/.package-lock.json');
  return JSON.parse(readFileSync(lock, 'utf8')).packages[`node_modules/${name}`].integrity;
}

/** The environment in which `node` is the one for production, or nothing where there is none to fetch. */
export async function onNode24() {
  const platform = `${process.platform}-${process.arch}`;
  const name = `node-${platform}`;
  if (!(platform in integrity)) {
    leaveOut('the server on Node 24', `no ${name} is pinned`);
    return undefined;
  }
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit'];
  const code = await run('npm', [...args, '--no-fund', `${name}@${version}`]);
  if (code !== 0) throw new Error(`${name}@${version} could not be fetched; npm says why above.`);
  if (fetchedIntegrity(name) !== integrity[platform])
    throw new Error(`${name}@${version} is not the one that is pinned.`);
  return { PATH: `${path.join(folder, 'node_modules', name, 'bin')}:${process.env.PATH}` };
}
