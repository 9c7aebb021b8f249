import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { allPages, appJsonOf, filesBelow, subpackagesOf } from './package';

const iconBytes = 40 * 1024;
// WeChat announced these on 2022-07-14: each must be declared, exact and fuzzy exclude each other.
const privateApis = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
];

/** What miniprogram-ci does not look at: declared privacy, sitemap, tab icons of a theme. */
export function settingFaults(root: string): string[] {
  return [...privacyFaults(root), ...tabFaults(root), ...sitemapFaults(root)];
}

function privacyFaults(root: string): string[] {
  const declared = appJsonOf(root).requiredPrivateInfos ?? [];
  const code = ownCode(root);
  const called = privateApis.filter((api) => new RegExp(`\\.${api}\\(`).test(code));
  return [
    ...called.filter((api) => !declared.includes(api)).map((api) => `${api} is not declared`),
    ...declared.filter((api) => !called.includes(api)).map((api) => `${api} is never called`),
    ...(declared.includes('getLocation') && declared.includes('getFuzzyLocation')
      ? ['getLocation and getFuzzyLocation exclude each other']
      : []),
  ];
}

function tabFaults(root: string): string[] {
  const app = appJsonOf(root);
  const themes = JSON.parse(readFileSync(join(root, 'theme.json'), 'utf8')) as {
    [theme: string]: Record<string, string>;
  };
  const valuesOf = (path: string): string[] =>
    path.startsWith('@')
      ? Object.values(themes).map((theme) => theme[path.slice(1)] ?? path)
      : [path];
  const icons = app.tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [
    ...valuesOf(iconPath),
    ...valuesOf(selectedIconPath),
  ]);
  return [
    ...app.tabBar.list
      .filter(({ pagePath }) => !app.pages.includes(pagePath))
      .map(({ pagePath }) => `tab ${pagePath} is not in the main package`),
    ...icons.filter((icon) => !existsSync(join(root, icon))).map((icon) => `no icon ${icon}`),
    ...icons
      .filter((icon) => existsSync(join(root, icon)) && statSync(join(root, icon)).size > iconBytes)
      .map((icon) => `${icon} is over 40 KB`),
  ];
}

function sitemapFaults(root: string): string[] {
  const app = appJsonOf(root);
  const file = join(root, app.sitemapLocation ?? 'sitemap.json');
  if (!existsSync(file)) return ['sitemapLocation points nowhere'];
  const { rules } = JSON.parse(readFileSync(file, 'utf8')) as { rules: { page: string }[] };
  return rules
    .filter(({ page }) => page !== '*' && !allPages(app).includes(page))
    .map(({ page }) => `sitemap names ${page}, which is no page`);
}

const frameworkFiles = new Set(['taro.js', 'vendors.js', 'runtime.js']);

/** The JavaScript that comes from this project, not from the framework. */
function ownCode(root: string): string {
  const subs = subpackagesOf(appJsonOf(root)).map((sub) => join(sub.root, 'sub-vendors.js'));
  return filesBelow(root)
    .filter((file) => file.endsWith('.js') && !frameworkFiles.has(file) && !subs.includes(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
}
