import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const source = join(__dirname, '../src');

/** Every page there is: `women/ask`. */
export const routes = ['pages', 'women', 'committee', 'staff']
  .filter((folder) => existsSync(join(source, folder)))
  .flatMap((folder) => readdirSync(join(source, folder)).map((name) => `${folder}/${name}`))
  .filter((page) => existsSync(join(source, page, 'index.tsx')));
