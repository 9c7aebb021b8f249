import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../server/bin/steps/workspace.mjs';

const asksForDatabase = /TEST_DB|DataSource|from '(?:\.\.\/)+test\//;

/** The specs in server/src that no database takes part in: once is enough for them. */
export function specsWithoutDatabase() {
  const folder = path.join(root, 'server/src');
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .filter((name) => !asksForDatabase.test(readFileSync(path.join(folder, name), 'utf8')))
    .map((name) => `/server/src/${name.replaceAll('.', '\\.')}$`);
}
