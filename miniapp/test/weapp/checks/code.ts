import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { wxmlToJs, wxssToJs } from 'miniprogram-compiler';
import { filesBelow } from './package';

/** Files that no engine could read. miniprogram-ci lets them pass. */
export function unreadable(root: string): string[] {
  const scripts = filesBelow(root).filter((file) => file.endsWith('.js'));
  return [
    ...scripts.filter((file) => fails(() => new vm.Script(readFileSync(join(root, file), 'utf8')))),
    ...(fails(() => wxmlToJs(root)) ? ['a wxml that wcc refuses'] : []),
    ...(fails(() => wxssToJs(root)) ? ['a wxss that wcsc refuses'] : []),
  ];
}

function fails(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return true;
  }
}

const onPhonesMissing = [/\bIntl\b/, /\beval\(/, /\bnew Function\(/, /\.toLocale\w+\(/];
const webpackGlobal = 'new Function("return this")';

/** What Android's WeChat does not have, anywhere in the build. */
export function missingOnPhones(root: string): string[] {
  return filesBelow(root)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8').replace(webpackGlobal, '');
      return onPhonesMissing.filter((part) => part.test(code)).map((part) => `${file}: ${part}`);
    });
}

interface Outcome {
  files?: number;
  fault?: string;
}

const patienceMs = 50_000;

/** Compiles with WeChat's miniprogram-ci in a child that is ended after a time limit. */
export function compiledByWechat(root: string): Promise<Outcome> {
  // It leaves folders where it runs.
  const cwd = mkdtempSync(join(tmpdir(), 'miniprogram-ci-'));
  const program = join(__dirname, '../compile-with-wechat.cjs');
  const child = fork(program, [root], { silent: true, cwd });
  let outcome: Outcome | undefined;
  const limit = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  child.on('message', (told: Outcome) => {
    outcome = told;
    child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(limit);
      rmSync(cwd, { recursive: true });
      resolve(outcome ?? { fault: `ended with ${code ?? 'its time'} and no answer` });
    });
  });
}
