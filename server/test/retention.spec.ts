import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from './app';
import { retention } from '../src/account';

const page = join(__dirname, '../../docs/privacy.md');

/** What the page prints of each table. */
const printed = (): string[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    );

const declared = (): string[] =>
  Object.entries(retention).flatMap(([table, kept]) =>
    kept.map(({ what, until }) => `\`${table}\` | ${what} | ${until}`),
  );

describe('how long everything is kept', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());

  it('is declared for every table there is, and for no other', () => {
    const tables = t.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(Object.keys(retention).sort()).toEqual(tables.sort());
  });

  it('is printed in docs/privacy.md as it is declared', () => {
    expect(printed()).toEqual(declared());
  });
});
