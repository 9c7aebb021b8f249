import { resolve } from 'node:path';
import { readKeys, type Keys } from './crypto/keys';

export type Mode = 'demonstration' | 'production' | 'test';

/** Everything the process is told from outside, read once. No other file reads `process.env`. */
export abstract class Config {
  abstract readonly mode: Mode;
  abstract readonly host: string;
  abstract readonly port: number;
  /** Folder of the embedded database, the log of its writes and, in a demonstration, its keys. */
  abstract readonly dataDir: string;
  /** `mysql://user:password@host:port/database`; absent: the embedded SQLite. */
  abstract readonly databaseUrl?: string;
  abstract readonly keys: Keys;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  abstract readonly trustProxy: string[];
  /** Multiplies every rate limit; tests raise it, nothing switches limits off. */
  abstract readonly limitFactor: number;
  /** Folder of the H5 build; absent: no pages are served. */
  abstract readonly webRoot?: string;
  abstract readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  /** Connections to MySQL. */
  abstract readonly poolSize: number;
  /** Absent: nobody signs in with WeChat. */
  abstract readonly wechat?: WeChatConfig;
  /** A font file for what is printed; absent: the one that comes with the packages. */
  abstract readonly printFont?: string;
}

export interface WeChatConfig {
  appId: string;
  appSecret: string;
  /** WeChat itself, or outside production a stand-in on this machine. */
  apiBase: string;
  /** For one question with its wait in line and all repetitions: shorter than the 10 s for which a phone waits. */
  timeoutMs: number;
}

/** Every fault of the configuration at once, each a line that a person can act on. */
export class ConfigFault extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
  }
}

type Env = Record<string, string | undefined>;

const loopback = ['127.0.0.1', 'localhost', '::1'];

function wholeNumber(
  env: Env,
  name: string,
  fallback: number,
  min: number,
  max: number,
  faults: string[],
) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  faults.push(`${name} must be a whole number from ${min} to ${max}, not “${text}”.`);
  return fallback;
}

function oneOf<T extends string>(
  env: Env,
  name: string,
  values: readonly T[],
  fallback: T,
  faults: string[],
): T {
  const text = env[name] ?? fallback;
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  faults.push(`${name} must be one of ${values.join(', ')}, not “${text}”.`);
  return fallback;
}

function databaseUrl(env: Env, faults: string[]): string | undefined {
  const text = env.DATABASE_URL;
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'mysql:' && url.hostname && url.pathname.length > 1) return text;
  faults.push('DATABASE_URL must look like mysql://user:password@host:3306/database.');
  return undefined;
}

const officialBase = 'https://api.weixin.qq.com';

function wechatBase(env: Env, mode: Mode, faults: string[]): string {
  const base = env.WECHAT_API_BASE || officialBase;
  const url = URL.canParse(base) ? new URL(base) : undefined;
  const isStandIn = url?.protocol === 'http:' && loopback.includes(url.hostname);
  if (base === officialBase || (isStandIn && mode !== 'production')) return base;
  const orLoopback = mode === 'production' ? '' : ' or http on loopback';
  faults.push(`WECHAT_API_BASE must be ${officialBase}${orLoopback}, not “${base}”.`);
  return officialBase;
}

function wechat(env: Env, mode: Mode, faults: string[]): WeChatConfig | undefined {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret } = env;
  const apiBase = wechatBase(env, mode, faults);
  const timeoutMs = wholeNumber(env, 'WECHAT_TIMEOUT_MS', 8000, 100, 9000, faults);
  if (appId && appSecret) return { appId, appSecret, apiBase, timeoutMs };
  if (appId || appSecret) faults.push('WECHAT_APP_ID and WECHAT_APP_SECRET are set together.');
  return undefined;
}

/** Reads and checks the whole environment. @throws ConfigFault with every fault found. */
export function readConfig(env: Env = process.env): Config {
  const faults: string[] = [];
  const mode = oneOf(
    env,
    'MODE',
    ['demonstration', 'production', 'test'] as const,
    'production',
    faults,
  );
  const host = env.HOST ?? '127.0.0.1';
  const dataDir = resolve(env.DATA_DIR ?? './data');
  if (mode === 'demonstration' && !loopback.includes(host)) {
    faults.push(`A demonstration listens on loopback only: set HOST=127.0.0.1, not “${host}”.`);
  }

  const config: Config = {
    mode,
    host,
    port: wholeNumber(env, 'PORT', 3000, 0, 65_535, faults),
    dataDir,
    databaseUrl: databaseUrl(env, faults),
    keys: readKeys(env, mode, dataDir, faults),
    trustProxy: (env.TRUST_PROXY ?? '').split(',').filter(Boolean),
    limitFactor: wholeNumber(env, 'LIMIT_FACTOR', 1, 1, 1_000_000, faults),
    webRoot: env.WEB_ROOT ? resolve(env.WEB_ROOT) : undefined,
    logLevel: oneOf(
      env,
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug'] as const,
      'info',
      faults,
    ),
    poolSize: wholeNumber(env, 'POOL_SIZE', 20, 1, 200, faults),
    wechat: wechat(env, mode, faults),
    printFont: env.PRINT_FONT ? resolve(env.PRINT_FONT) : undefined,
  };
  if (faults.length > 0) throw new ConfigFault(faults);
  return config;
}
