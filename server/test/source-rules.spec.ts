import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { secrets, secretsBelow } from './secrets';

const root = join(__dirname, '../..');
const notOurs = /^(?:node_modules|dist|data|coverage|\.git|\.swc|screenshots|releases)$/;
const isText = /\.(?:ts|tsx|mjs|cjs|js|json|ya?ml|md|sh|html|scss|csv|txt)$|(?:^|\/)[^.]+$/;

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (notOurs.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (isText.test(relative(root, path))) yield path;
  }
}

const read = (path: string) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') });
const source = [...filesIn(join(root, 'server/src'))]
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map(read);

const pathsWith = (files: readonly { path: string; text: string }[], what: RegExp): string[] =>
  files.filter(({ text }) => what.test(text)).map(({ path }) => path);

/** A value put between the words of a statement; columns and clauses are named in the code itself. */
const valueInSql = /(?:query|where|andWhere|orWhere)(?:<[^(]*>)?\(\s*`[^`]*'\$\{/;

test('no value is written into the words of an SQL statement', () => {
  expect(valueInSql.test(['where(`id = ', '{id}`)'].join("'$"))).toBe(true);
  expect(pathsWith(source, valueInSql)).toEqual([]);
});

test('the server calls out in one place, to WeChat, and follows nobody elsewhere', () => {
  const outgoing = /\bfetch\(|from 'node:https?'|from 'undici'|axios/;
  const callers = source.filter(
    ({ text }) => !/import type \{[^}]*\} from 'node:https?'/.test(text),
  );

  expect(pathsWith(callers, outgoing)).toEqual(['server/src/platform/wechat/wechat.service.ts']);
  const { text } = source.find(({ path }) => path.endsWith('wechat.service.ts'))!;
  expect(text).toContain("redirect: 'error'");
  expect(text).toContain('signal');
});

test('no program is started and no text is run as code', () => {
  const runs = /node:child_process|node:vm|\beval\(|new Function\(/;

  expect(pathsWith(source, runs)).toEqual([]);
});

test('no secret ever lay in the history that is here', () => {
  const asked = [
    '-c',
    'safe.directory=*',
    'log',
    '--all',
    '--format=',
    '-p',
    '-U0',
    '--',
    '.',
    ':!pnpm-lock.yaml',
  ];
  const isThere = existsSync(join(root, '.git'));
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1024 ** 3 } as const;
  const added = (isThere ? execFileSync('git', asked, options) : '')
    .split('\n')
    .filter((line) => line.startsWith('+'));

  for (const secret of secrets)
    expect([secret, added.filter((line) => secret.test(line.slice(1)))]).toEqual([secret, []]);
});

test('no secret lies in the repository', () => {
  const files = [...filesIn(root)].filter((path) => !path.endsWith('pnpm-lock.yaml')).map(read);

  for (const secret of secrets) expect([secret, pathsWith(files, secret)]).toEqual([secret, []]);
  expect(files.length).toBeGreaterThan(300);
});

test('no secret lies in the built server', () => {
  expect(existsSync(join(root, 'server/dist/main.js'))).toBe(true);
  expect(secretsBelow(join(root, 'server/dist'))).toEqual([]);
});
