import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const states = ['holds', 'partly', 'open', 'none'];
/** Rows 52–61 are payments and the work of committee members offline. */
const expected = Array.from({ length: 76 }, (_, at) => at + 1).filter((n) => n < 52 || n > 61);

const rows = read('docs/security.md')
  .split('\n')
  .filter((line) => /^\| *\d+ *\|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, , state = '', so = '', proof = '']) => ({
    number: Number(number),
    state,
    so,
    proofs: [...proof.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({
      file,
      title,
    })),
  }));

test('docs/security.md has one row for each control, and each says where it stands', () => {
  expect(rows.map(({ number }) => number)).toEqual(expected);
  expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
  expect(rows.filter(({ so }) => so.length < 10)).toEqual([]);
});

test('every test that docs/security.md names is there under that title', () => {
  const missing = rows
    .flatMap(({ proofs }) => proofs)
    .filter(({ file, title }) => !existsSync(join(root, file)) || !read(file).includes(title));

  expect(missing).toEqual([]);
});

test('what docs/security.md says holds has a proof, and what is open has none', () => {
  const wants = (state: string): boolean => state === 'holds' || state === 'partly';

  expect(rows.filter(({ state, proofs }) => wants(state) !== proofs.length > 0)).toEqual([]);
});
