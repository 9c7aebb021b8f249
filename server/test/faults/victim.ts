import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/platform/config';

const main = join(__dirname, '../../dist/main.js');
const mostStartMs = 60_000;
const mostAnswerMs = 30_000;

const base64url = (bytes: Buffer): string => bytes.toString('base64url');

/** The same configuration, as a process is told it. */
const environment = ({ keys, dataDir, databaseUrl }: Config): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  MODE: 'test',
  PORT: '0',
  LIMIT_FACTOR: '10000',
  DATA_DIR: dataDir,
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  KEY_RING: keys.ring.map(({ id, key }) => `${id}:${base64url(key)}`).join(','),
  BLIND_INDEX_KEY: base64url(keys.blindIndex),
  CLAIM_PEPPER: base64url(keys.pepper),
  CLAIM_SALT_ID: base64url(keys.claimSalts.id),
  CLAIM_SALT_KEY: base64url(keys.claimSalts.key),
});

/** Waits until a stream says it; the stream flows on, so that nobody is stopped by a full pipe. */
function until(child: ChildProcess, from: 'stdout' | 'stderr', what: RegExp) {
  return new Promise<RegExpExecArray>((resolve, reject) => {
    let said = '';
    child[from]!.on('data', (part) => {
      said += String(part);
      const found = what.exec(said);
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`ended before it said ${what.source}: ${said}`)));
  });
}

export interface Reply {
  status: number;
  body: Record<string, unknown>;
}

export interface Start {
  /** Put beside what the configuration says. */
  env?: NodeJS.ProcessEnv;
  /** Loaded before the server, instead of what kills it at a statement. */
  preload?: string;
  nodeArgs?: string[];
  /** What it says of its faults is not shown. */
  isQuiet?: boolean;
  /** It is ended after so long, if nothing else has ended it. */
  mostMs?: number;
  /** A program that starts it. */
  within?: [program: string, ...args: string[]];
}

/** The real server as a process of its own, to be killed. */
export class Victim {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    private readonly gone: Promise<unknown>,
  ) {}

  static async start(
    config: Config,
    { env, preload, nodeArgs = [], within, isQuiet, mostMs = 10 * mostStartMs }: Start = {},
  ): Promise<Victim> {
    if (!existsSync(main)) throw new Error(`build the server first: ${main} is not there`);
    const usual = config.databaseUrl ? 'kill-at-statement.cjs' : 'end-with-parent.cjs';
    const args = ['--require', preload ?? join(__dirname, usual), ...nodeArgs];
    const [execPath = process.execPath, ...before] = within ?? [];
    const child = fork(main, {
      execPath,
      execArgv: within ? [...before, process.execPath, ...args] : args,
      env: { ...environment(config), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      timeout: mostMs,
    });
    if (isQuiet) child.stderr!.resume();
    else child.stderr!.pipe(process.stderr, { end: false });
    const [, address = ''] = await until(child, 'stdout', /(http:\/\/[\d.]+:\d+)/);
    return new Victim(child, address, once(child, 'exit'));
  }

  /** Undefined when the server was killed before it answered. */
  async post(
    path: string,
    body: object,
    headers: Record<string, string>,
  ): Promise<Reply | undefined> {
    try {
      const reply = await fetch(`${this.address}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(mostAnswerMs),
      });
      return { status: reply.status, body: (await reply.json()) as Reply['body'] };
    } catch {
      return undefined;
    }
  }

  async get(path: string, headers: Record<string, string>): Promise<Reply> {
    const reply = await fetch(`${this.address}/api/v1${path}`, {
      headers,
      signal: AbortSignal.timeout(mostAnswerMs),
    });
    return { status: reply.status, body: (await reply.json()) as Reply['body'] };
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Kills it at the n-th write to its files from now on. Resolves when it is being watched. */
  async killAtWrite(n: number): Promise<void> {
    await this.inject('pwrite64', `signal=SIGKILL:when=${n}`);
  }

  /** Lets these calls of the system go wrong from now on; answers what ends that. */
  inject(calls: string, what: string): Promise<() => Promise<void>> {
    return this.trace(['-e', `trace=${calls}`, '-e', `inject=${calls}:${what}`], '/dev/null');
  }

  /** Writes these calls of the system to a file, with the files they are about; answers what ends that. */
  watch(calls: string, to: string): Promise<() => Promise<void>> {
    return this.trace(['-y', '-s', '16', '-e', `trace=${calls}`], to);
  }

  private async trace(what: string[], to: string): Promise<() => Promise<void>> {
    const tracer = spawn('strace', ['-f', ...what, '-o', to, '-p', String(this.pid)]);
    const ended = once(tracer, 'exit');
    await until(tracer, 'stderr', /attached/);
    return async () => {
      tracer.kill('SIGINT');
      await ended;
    };
  }

  /** Kills it at the n-th statement of its transactions from now on. */
  killAtStatement(at: number, when: 'before' | 'after'): Promise<void> {
    return this.tell({ at, when });
  }

  /** Tells what was loaded before the server. Resolves when it has heard. */
  async tell(command: object): Promise<void> {
    const heard = once(this.child, 'message');
    this.child.send(command);
    await heard;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** How it ended. */
  async ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    await this.gone;
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }

  async kill(): Promise<void> {
    if (this.isAlive) this.child.kill('SIGKILL');
    await this.gone;
  }
}
