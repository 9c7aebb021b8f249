import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigFault, readConfig } from './config';

const key = () => randomBytes(32).toString('base64url');
const secrets = () => ({
  KEY_RING: `k1:${key()}`,
  BLIND_INDEX_KEY: key(),
  CLAIM_PEPPER: key(),
  CLAIM_SALT_ID: key(),
  CLAIM_SALT_KEY: key(),
});

function faultsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.faults;
    throw fault;
  }
}

describe('the configuration', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'config-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('is production unless it is told otherwise', () => {
    expect(readConfig({ ...secrets(), DATA_DIR: dataDir }).mode).toBe('production');
  });

  it('never makes keys for production: it names every one that is missing', () => {
    expect(faultsOf({ DATA_DIR: dataDir })).toEqual([
      'KEY_RING is missing.',
      'BLIND_INDEX_KEY is missing.',
      'CLAIM_PEPPER is missing.',
      'CLAIM_SALT_ID is missing.',
      'CLAIM_SALT_KEY is missing.',
    ]);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('keeps made keys in a folder that only its owner opens', () => {
    const folder = join(dataDir, 'new');
    readConfig({ MODE: 'demonstration', DATA_DIR: folder });
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  });

  it('makes keys once for a demonstration, and finds them again', () => {
    const first = readConfig({ MODE: 'demonstration', DATA_DIR: dataDir });
    const second = readConfig({ MODE: 'demonstration', DATA_DIR: dataDir });
    expect(second.keys).toEqual(first.keys);
  });

  it.each([
    [
      'equal salts',
      { CLAIM_SALT_ID: 'x', CLAIM_SALT_KEY: 'x' },
      'CLAIM_SALT_ID and CLAIM_SALT_KEY must differ.',
    ],
    ['a short key', { CLAIM_PEPPER: 'c2hvcnQ' }, 'CLAIM_PEPPER must be 32 bytes in base64url.'],
    [
      'a ring without ids',
      { KEY_RING: key() },
      'KEY_RING: each key needs a short id, as in k2:<key>,k1:<key>.',
    ],
    [
      'two keys of one id',
      { KEY_RING: `k1:${key()},k1:${key()}` },
      'KEY_RING: two keys have one id.',
    ],
    [
      'a port out of range',
      { PORT: '70000' },
      'PORT must be a whole number from 0 to 65535, not “70000”.',
    ],
    [
      'a database that is not MySQL',
      { DATABASE_URL: 'postgres://x/y' },
      'DATABASE_URL must look like mysql://user:password@host:3306/database.',
    ],
    [
      'an unknown mode',
      { MODE: 'demo' },
      'MODE must be one of demonstration, production, test, not “demo”.',
    ],
    [
      'a demonstration open to the network',
      { MODE: 'demonstration', HOST: '0.0.0.0' },
      'A demonstration listens on loopback only: set HOST=127.0.0.1, not “0.0.0.0”.',
    ],
  ])('refuses %s', (_, env, line) => {
    expect(faultsOf({ ...secrets(), DATA_DIR: dataDir, ...env })).toContain(line);
  });

  const wechat = { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' };
  const standIn = { ...wechat, WECHAT_API_BASE: 'http://127.0.0.1:1' };

  it.each([
    [
      'another host than WeChat',
      { ...wechat, WECHAT_API_BASE: 'https://api.weixin.qq.com.evil.cn' },
    ],
    ['WeChat without TLS', { ...wechat, WECHAT_API_BASE: 'http://api.weixin.qq.com' }],
    ['the stand-in for WeChat', standIn],
  ])('in production refuses %s', (_, env) => {
    expect(faultsOf({ ...secrets(), DATA_DIR: dataDir, ...env })).toEqual([
      `WECHAT_API_BASE must be https://api.weixin.qq.com, not “${env.WECHAT_API_BASE}”.`,
    ]);
  });

  it('takes the stand-in for WeChat in a test, and no WeChat where none is named', () => {
    const env = { ...secrets(), DATA_DIR: dataDir, MODE: 'test' };
    expect(readConfig({ ...env, ...standIn }).wechat?.apiBase).toBe('http://127.0.0.1:1');
    expect(readConfig({ ...env, ...wechat }).wechat?.apiBase).toBe('https://api.weixin.qq.com');
    expect(readConfig(env).wechat).toBeUndefined();
    expect(faultsOf({ ...env, WECHAT_APP_ID: 'wx1' })).toEqual([
      'WECHAT_APP_ID and WECHAT_APP_SECRET are set together.',
    ]);
  });

  it('tells every fault at once', () => {
    expect(faultsOf({ ...secrets(), DATA_DIR: dataDir, PORT: '-1', POOL_SIZE: '0' })).toHaveLength(
      2,
    );
  });
});
