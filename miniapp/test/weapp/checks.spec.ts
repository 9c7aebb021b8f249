import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretsBelow } from '../../../server/test/secrets';
import { missingOnPhones, unreadable } from './checks/code';
import { missingPageFiles, packageBytes } from './checks/package';
import { settingFaults } from './checks/settings';
import { unnamed } from './checks/spoken';
import { weappRoot } from './phone';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'weapp-'));
  cpSync(weappRoot, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const append = (file: string, text: string) => appendFileSync(join(root, file), text);
const change = (file: string, from: string, to: string) => {
  const before = readFileSync(join(root, file), 'utf8');
  expect(before).toContain(from);
  writeFileSync(join(root, file), before.replace(from, to));
};

describe('a planted fault is found:', () => {
  it('script that does not parse', () => {
    append('common.js', 'const = 1;');
    expect(unreadable(root)).toEqual(['common.js']);
  });

  it('template that does not parse', () => {
    append('pages/mine/index.wxml', '<view>');
    expect(unreadable(root)).toEqual(['a wxml that wcc refuses']);
  });

  it('style that does not parse', () => {
    append('common.wxss', '.a { color: red } }}');
    expect(unreadable(root)).toEqual(['a wxss that wcsc refuses']);
  });

  it('missing page file', () => {
    rmSync(join(root, 'pages/mine/index.json'));
    expect(missingPageFiles(root)).toEqual(['pages/mine/index.json']);
  });

  it('main package too large', () => {
    const before = packageBytes(root)['main'] ?? 0;
    append('common.js', ' '.repeat(1000));
    expect(packageBytes(root)['main']).toBe(before + 1000);
  });

  it('Intl', () => {
    append('common.js', ';new Intl.DateTimeFormat("zh-CN");');
    expect(missingOnPhones(root)).toEqual(['common.js: /\\bIntl\\b/']);
  });

  it.each([
    ['of a mini-program', `;const a="${'0a'.repeat(16)}";`],
    ['of a mini-program, in a source map', `{"sourcesContent":["a(\\"${'0a'.repeat(16)}\\")"]}`],
    ['of an installation', `;x({CLAIM_PEPPER:"${'aB3_'.repeat(11)}"});`],
    ['of an installation, as JSON', `{"KEY_RING": "k1:${'aB3_'.repeat(11)}"}`],
    ['to upload with', `;const key='-----BEGIN RSA ${'PRIVATE'} KEY-----';`],
  ])('secret %s', (_, text) => {
    append('pages/mine/index.js', text);
    expect(secretsBelow(root)).toEqual([expect.stringMatching(/^pages\/mine\/index\.js: /)]);
  });

  it('exact location that was not declared', () => {
    append('common.js', ';wx.getLocation({});');
    expect(settingFaults(root)).toContain('getLocation is not declared');
  });

  it('tab icon of the dark theme that is not there', () => {
    rmSync(join(root, 'assets/tab/mine-dark.png'));
    expect(settingFaults(root)).toContain('no icon assets/tab/mine-dark.png');
  });

  it('sitemap that is not there or names no page', () => {
    change('sitemap.json', 'pages/home/index', 'pages/hone/index');
    expect(settingFaults(root)).toContain('sitemap names pages/hone/index, which is no page');
    rmSync(join(root, 'sitemap.json'));
    expect(settingFaults(root)).toContain('sitemapLocation points nowhere');
  });

  it('tap without a name', () => {
    const tap = { tag: 'wx-view', attr: { bindtap: 'eh', class: 'tap' }, children: ['去'] };
    expect(unnamed(tap)).toEqual(['wx-view tap “去”']);
  });
});
