import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../server/bin/steps/command.mjs';
import { root } from '../server/bin/steps/workspace.mjs';
import { count, leaveOut, tally } from './tally.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'niangjia-jest-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const tool = (name, place = '.') => path.join(root, place, 'node_modules/.bin', name);

/** One check that is a program of ours or of the workspace: it passes when it exits with 0. */
export async function check(name, args, place = '.') {
  const code = await run(tool(name, place), args, { cwd: path.join(root, place) });
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  if (code !== 0) console.log(`  ✗ ${name} ended with ${code}`);
}

function countResults(file) {
  if (!existsSync(file)) return false;
  const result = JSON.parse(readFileSync(file, 'utf8'));
  count(result.numPassedTests, result.numFailedTests + result.numRuntimeErrorTestSuites);
  if (result.numPendingTests > 0)
    leaveOut(`${result.numPendingTests} tests`, 'skipped in the code');
  return result.numTotalTestSuites > 0;
}

/** What a worker keeps of each file it has run makes it slow; above this it begins anew. */
const mostMemory = '1GB';

/** The Jest tests of one package whose paths match; no test at all is a failure. */
export async function jest(
  place,
  { config, only = [], never = [], workers = 2, env = {}, onOut } = {},
) {
  const results = path.join(folder, 'results.json');
  rmSync(results, { force: true });
  const args = ['--ci', `--maxWorkers=${workers}`, `--workerIdleMemoryLimit=${mostMemory}`];
  args.push('--json', `--outputFile=${results}`);
  if (config) args.push(`--config=${config}`);
  if (only.length > 0) args.push('--testPathPatterns', ...only);
  if (never.length > 0) args.push('--testPathIgnorePatterns', '/node_modules/', ...never);

  const failedBefore = tally.failed;
  const code = await run(tool('jest', place), args, { cwd: path.join(root, place), env, onOut });

  const hasRun = countResults(results);
  if ((code !== 0 || !hasRun) && tally.failed === failedBefore) count(0, 1);
  if (code !== 0) console.log(`  ✗ jest in ${place} ended with ${code}`);
}
