import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { testConfig } from '../../config';
import { aDatabase, type TestDatabase } from '../../databases';
import { Victim } from '../../faults/victim';

/** Stands beside the folder of the pages, where nobody may read. */
export const canary = 'canary-beside-the-pages';

/** The built server with pages, to be attacked from outside. */
export class Attacked {
  private constructor(
    readonly victim: Victim,
    private readonly database: TestDatabase,
  ) {}

  static async start(): Promise<Attacked> {
    const database = await aDatabase();
    const { dataDir, databaseUrl } = database;
    const webRoot = join(dataDir, 'pages');
    mkdirSync(join(webRoot, 'js'), { recursive: true });
    writeFileSync(join(webRoot, 'index.html'), 'the first page');
    writeFileSync(join(webRoot, 'js/app.js'), '1');
    writeFileSync(join(dataDir, 'secret.txt'), canary);
    const config = testConfig({ dataDir, databaseUrl });
    return new Attacked(await Victim.start(config, { env: { WEB_ROOT: webRoot } }), database);
  }

  async stop(): Promise<void> {
    await this.victim.kill();
    await this.database.drop();
  }

  connect(): Socket {
    const { hostname, port } = new URL(this.victim.address);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    return socket;
  }

  /** All that comes back for these bytes until the server closes. */
  say(...pieces: (string | Buffer)[]): Promise<string> {
    const socket = this.connect();
    for (const piece of pieces) socket.write(piece);
    return answerOf(socket);
  }

  /** How a woman is served meanwhile. */
  async serves(): Promise<number> {
    const reply = await fetch(`${this.victim.address}/api/v1/activities`);
    return reply.status;
  }
}

export function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    if (socket.closed) resolve(text);
    socket.on('data', (data) => (text += data.toString('latin1')));
    socket.once('close', () => resolve(text));
  });
}

/** The status of each reply in what came back, in order. */
export const statusesIn = (answer: string): number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
