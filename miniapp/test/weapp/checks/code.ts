import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
  const child = fork(join(__dirname, '../compile-with-wechat.cjs'), [root], { silent: true });
  return new Promise((resolve) => {
    const finish = (outcome: Outcome) => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      resolve(outcome);
    };
    const limit = setTimeout(() => finish({ fault: 'no answer in 50 seconds' }), patienceMs);
    child.on('message', (outcome: Outcome) => finish(outcome));
    child.on('exit', (code) => finish({ fault: `ended with ${code} and no answer` }));
  });
}
