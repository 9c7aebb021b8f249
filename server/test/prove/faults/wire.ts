import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What to do with a statement on its way to the database. */
export type Verdict = 'pass' | 'cut' | 'cut_after' | Buffer;

const headBytes = 4;
const isQuery = 3;

/** The words of a statement, when these bytes are one. */
const wordsOf = (data: Buffer): string | undefined =>
  data[headBytes] === isQuery ? data.subarray(headBytes + 1).toString('latin1') : undefined;

/** An error packet of the protocol, as the database would answer a statement. */
export function refusal(errno: number): Buffer {
  const body = Buffer.concat([
    Buffer.from([0xff, errno & 0xff, errno >> 8]),
    Buffer.from('#40001in the way'),
  ]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 1]), body]);
}

/** A wire to the database that can be slow, dead, or cut at a word. */
export class Wire {
  delayMs = 0;
  judge: (words: string) => Verdict = () => 'pass';
  /** How often each of them was sent. */
  readonly begun: string[] = [];
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly dead = new WeakSet<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly to: URL,
  ) {}

  static async lay(databaseUrl: string): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server, new URL(databaseUrl));
    server.on('connection', (client) => wire.join(client));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    const url = new URL(this.to);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Those that are open say nothing any more, and nobody tells them; new ones are well. */
  silence(): number {
    for (const pair of this.pairs) for (const socket of pair) this.dead.add(socket);
    return this.pairs.size;
  }

  async take(): Promise<void> {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    const database = connect(Number(this.to.port), this.to.hostname);
    const pair: [Socket, Socket] = [client, database];
    this.pairs.add(pair);
    const part = (): void => {
      if (this.dead.has(client)) return;
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.on('error', part).on('close', part);
    client.on('data', (data) => this.later(client, () => this.pass(data, client, database)));
    database.on('data', (data) => this.later(database, () => void client.write(data)));
  }

  private later(from: Socket, act: () => void): void {
    if (this.dead.has(from)) return;
    if (this.delayMs === 0) act();
    else setTimeout(act, this.delayMs);
  }

  private pass(data: Buffer, client: Socket, database: Socket): void {
    const words = wordsOf(data);
    if (words?.startsWith('START TRANSACTION')) this.begun.push(words);
    const verdict = words === undefined ? 'pass' : this.judge(words);
    if (Buffer.isBuffer(verdict)) return void client.write(verdict);
    if (verdict === 'cut') return void client.resetAndDestroy();
    if (verdict === 'cut_after') {
      database.removeAllListeners('data');
      database.once('data', () => client.resetAndDestroy());
    }
    database.write(data);
  }
}
