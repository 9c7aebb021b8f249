import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WeChatConfig } from '../src/platform/config';
import type { Trouble } from '../simulator/wechat';

const program = join(__dirname, '../dist/simulator/main.js');
const app = { appId: 'wx00000000000000a1', appSecret: 'secret-of-a1' };
const otherApp = 'wx00000000000000b2';

/** The stand-in for WeChat, a process of its own, spoken to over HTTP. */
export class WeChatSimulator {
  private constructor(
    private readonly child: ChildProcess,
    private readonly base: string,
  ) {}

  static async start(): Promise<WeChatSimulator> {
    const env = {
      PATH: process.env.PATH,
      SIMULATOR_APPS: `${app.appId}:${app.appSecret},${otherApp}:secret-of-b2`,
    };
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return new WeChatSimulator(child, line.toString().trim());
  }

  get config(): WeChatConfig {
    return { ...app, apiBase: this.base, timeoutMs: 2000 };
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  /** What `wx.login` gives on her phone. */
  async code(openid: string, given: { isRisky?: boolean; appId?: string } = {}): Promise<string> {
    return (await this.tell<{ code: string }>('codes', { openid, ...given })).code;
  }

  /** A code of another mini-program. */
  codeOfOtherApp = (openid: string) => this.code(openid, { appId: otherApp });

  pass = (seconds: number) => this.tell('time', { seconds });

  /** What the next exchanges answer instead. */
  troubles = (...troubles: Trouble[]) => this.tell('troubles', { troubles });

  /** Exchanges asked for so far. */
  exchanges = async () => (await this.tell<{ exchanges: number }>('count', {})).exchanges;

  private async tell<T>(what: string, told: object): Promise<T> {
    const body = JSON.stringify(told);
    const reply = await fetch(`${this.base}/simulator/${what}`, { method: 'POST', body });
    return (await reply.json()) as T;
  }
}
