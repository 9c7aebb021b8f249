import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSchema } from './schema';

const built = join(__dirname, '../../server/dist/main.js');
const h5 = join(__dirname, '../dist/h5');
const clockAhead = join(__dirname, 'clock-ahead.cjs');
const announced = /(http:\/\/127\.0\.0\.1:\d+)\/\s/;

interface Sent {
  body?: object;
  token?: string;
}

export interface Service {
  /** Pages and interface alike: `http://127.0.0.1:40123`. */
  origin: string;
  /** Asks it as anybody could; throws with its answer when it refuses. */
  ask: <Reply>(method: string, path: string, sent?: Sent) => Promise<Reply>;
  /** Its clock goes on by more than a quarter of an hour; answers by how many ms in all. */
  goAhead: () => Promise<number>;
  stop: () => Promise<void>;
}

/** Where the service asks who signs in. */
export interface WeChatApp {
  appId: string;
  appSecret: string;
  apiBase: string;
}

/** The built service as a process, with a demonstration of its own in a new folder or, if told so, a new schema. */
export async function startService(wechat?: WeChatApp): Promise<Service> {
  const dataDir = mkdtempSync(join(tmpdir(), 'niangjia-journey-'));
  const schema = await aSchema();
  const env = { ...environment(dataDir, wechat), ...(schema.url && { DATABASE_URL: schema.url }) };
  const child = spawn(process.execPath, ['--require', clockAhead, built], { env });
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  let said = '';
  let stopping = false;
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += piece.toString();
      const address = announced.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(([code, signal]) => {
      const fault = `the service ended with ${code ?? signal}: ${said}`;
      if (!stopping) process.stderr.write(`${fault}\n`);
      reject(new Error(fault));
    });
  });

  return {
    origin,
    ask: (method, path, sent) => ask(origin, method, path, sent),
    goAhead: () =>
      new Promise((resolve) => {
        child.stdout.on('data', (piece: Buffer) => {
          const ms = /clock ahead by (\d+)/.exec(piece.toString())?.[1];
          if (ms) resolve(Number(ms));
        });
        child.kill('SIGUSR2');
      }),
    stop: async () => {
      stopping = true;
      child.kill('SIGTERM');
      const [code] = await ended;
      rmSync(dataDir, { recursive: true });
      await schema.drop();
      if (code !== 0) throw new Error(`the service stopped with ${code}: ${said}`);
    },
  };
}

// None of what this machine may have set, such as a database of another. Taro's types want TARO_ENV.
const environment = (dataDir: string, wechat?: WeChatApp): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  MODE: 'demonstration',
  PORT: '0',
  DATA_DIR: dataDir,
  WEB_ROOT: h5,
  TARO_ENV: 'h5',
  ...(wechat && {
    WECHAT_APP_ID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
    WECHAT_API_BASE: wechat.apiBase,
  }),
});

async function ask<Reply>(
  origin: string,
  method: string,
  path: string,
  { body, token }: Sent = {},
): Promise<Reply> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: body && JSON.stringify(body),
  });
  const reply: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(reply)}`);
  return reply as Reply;
}
