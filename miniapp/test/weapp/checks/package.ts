import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] };
  requiredPrivateInfos?: string[];
  sitemapLocation?: string;
}

export const appJsonOf = (root: string): AppJson =>
  JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as AppJson;

export const subpackagesOf = (app: AppJson) => app.subPackages ?? app.subpackages ?? [];

export const allPages = (app: AppJson): string[] => [
  ...app.pages,
  ...subpackagesOf(app).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  ),
];

export function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(root, file)).isFile())
    .map((file) => relative(root, join(root, file)));
}

/** Bytes of the main package and of each subpackage. WeChat's limit is 2 MB for each. */
export function packageBytes(root: string): Record<string, number> {
  const subs = subpackagesOf(appJsonOf(root)).map((sub) => sub.root.replace(/\/?$/, '/'));
  const bytes: Record<string, number> = { main: 0 };
  for (const file of filesBelow(root)) {
    const home = subs.find((sub) => file.startsWith(sub)) ?? 'main';
    bytes[home] = (bytes[home] ?? 0) + statSync(join(root, file)).size;
  }
  return bytes;
}

export const missingPageFiles = (root: string): string[] =>
  allPages(appJsonOf(root))
    .flatMap((page) => ['js', 'json', 'wxml'].map((kind) => `${page}.${kind}`))
    .filter((file) => !existsSync(join(root, file)));
