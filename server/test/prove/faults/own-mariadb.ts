import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const places = `/usr/sbin:/usr/local/sbin:${process.env.PATH ?? ''}`;
const env = { ...process.env, PATH: places };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const greets = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => resolve(false)).setTimeout(1000, () => socket.destroy());
  });

/** A MariaDB that one test may kill. */
export class OwnMariadb {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async make(): Promise<OwnMariadb> {
    const own = new OwnMariadb(mkdtempSync(join(tmpdir(), 'niangjia-own-')), await freePort());
    const data = `--datadir=${own.folder}/data`;
    const user = `--user=${userInfo().username}`;
    const root = '--auth-root-authentication-method=normal';
    const args = ['--no-defaults', data, user, root, '--skip-test-db'];
    execFileSync('mariadb-install-db', args, { env, stdio: 'ignore' });
    await own.start();
    return own;
  }

  get url(): string {
    return `mysql://root@127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.child = spawn(
      'mariadbd',
      [
        '--no-defaults',
        `--datadir=${this.folder}/data`,
        `--socket=${this.folder}/socket`,
        `--user=${userInfo().username}`,
        '--bind-address=127.0.0.1',
        `--port=${this.port}`,
        '--skip-name-resolve',
        '--innodb-flush-log-at-trx-commit=1',
      ],
      { env, stdio: 'ignore' },
    );
    for (let tenths = 0; tenths < 600; tenths += 1) {
      if (await greets(this.port)) return;
      await pause(100);
    }
    throw new Error('MariaDB did not start');
  }

  async kill(): Promise<void> {
    const gone = this.child && once(this.child, 'exit');
    this.child?.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
