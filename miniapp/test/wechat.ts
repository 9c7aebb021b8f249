import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WeChatApp } from './service';

const built = join(__dirname, '../../server/dist/simulator/main.js');
const app = { appId: 'wx00000000000000a1', appSecret: 'secret-of-a1' };

/** The stand-in for WeChat, as the service and a phone under test see it. */
export interface WeChat {
  app: WeChatApp;
  /** What `wx.login` gives on her phone. */
  code: (openid: string) => Promise<string>;
  /** Codes that the service has asked about so far. */
  exchanges: () => Promise<number>;
  stop: () => Promise<void>;
}

/** The built stand-in as a process on a free port. */
export async function startWeChat(): Promise<WeChat> {
  // Taro's types want TARO_ENV.
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    SIMULATOR_APPS: `${app.appId}:${app.appSecret}`,
    TARO_ENV: 'weapp',
  };
  const child = spawn(process.execPath, [built], { env });
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const apiBase = line.toString().trim();
  const tell = async (what: string, told: object) => {
    const body = JSON.stringify(told);
    const reply = await fetch(`${apiBase}/simulator/${what}`, { method: 'POST', body });
    return (await reply.json()) as { code: string; exchanges: number };
  };

  return {
    app: { ...app, apiBase },
    code: async (openid) => (await tell('codes', { openid })).code,
    exchanges: async () => (await tell('count', {})).exchanges,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
