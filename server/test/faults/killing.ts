import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsNull, Not, type DataSource } from 'typeorm';
import { SessionRow } from '../../src/account';
import { makeApp } from '../../src/app';
import type { Config } from '../../src/platform/config';
import { openDatabase } from '../../src/tables';
import { anIdempotencyKey } from '../case-tickets';
import { TestClock } from '../clock';
import { testConfig } from '../config';
import { aDatabase, type TestDatabase } from '../databases';
import { type Reply, Victim } from './victim';

const onMariaDb = process.env.TEST_DB === 'mariadb';
const proving = process.env.PROVE === '1';
/** Every point with PROVE=1, else every fifth, and fewer of them the longer the work: all of them take minutes. */
const stepAfter = (n: number): number => (proving ? 1 : Math.max(5, Math.floor(n / 8)));
const mostPoints = 400;

// Some hundred starts of a server, of a few seconds each.
jest.setTimeout((proving ? 120 : 15) * 60_000);

interface Point {
  name: string;
  arm: () => Promise<void>;
}

export interface Given {
  app: NestFastifyApplication;
  dataSource: DataSource;
  clock: TestClock;
}

/** One sort of request, to be killed at each of its points. */
export interface Killed {
  /** Makes what the request is about; answers how it is sent, with a key for its repetition. */
  prepare: () => Promise<(key: string) => Promise<Reply | undefined>>;
  /** Everything that is not whole; looked for after each kill and after each repetition. */
  broken: (dataSource: DataSource) => Promise<string[]>;
  /** What happens while the server is away. */
  meanwhile?: () => void;
  /** Looks at the reply to the repetition, and at the first one when there was one. */
  check: (again: Reply | undefined, first: Reply | undefined) => Promise<void>;
}

/** A workflow of a hundred points takes longer than a second factor counts. */
const proveAnew = ({ manager }: DataSource): Promise<unknown> =>
  manager.update(SessionRow, { secondFactorAt: Not(IsNull()) }, { secondFactorAt: Date.now() });

/** The real server on a database of its own, to be killed and started again. */
export class Killing {
  private constructor(
    private readonly database: TestDatabase,
    private readonly config: Config,
    public victim: Victim,
  ) {}

  /** `given` fills the database before the server starts. */
  static async start(given: (t: Given) => Promise<void>): Promise<Killing> {
    const database = await aDatabase();
    const { dataDir, databaseUrl } = database;
    const config = testConfig({ dataDir, databaseUrl });
    // The server to be killed goes by the real time.
    const clock = new TestClock(Date.now());
    const dataSource = await openDatabase(config, clock);
    const app = await makeApp({ config, clock, dataSource }, { write: () => undefined });
    await given({ app, dataSource, clock });
    await app.close();
    return new Killing(database, config, await Victim.start(config));
  }

  async end(): Promise<void> {
    await this.victim.kill();
    await this.database.drop();
  }

  async withDatabase<T>(look: (dataSource: DataSource) => Promise<T>): Promise<T> {
    const dataSource = await openDatabase(this.config, new TestClock());
    return look(dataSource).finally(() => dataSource.destroy());
  }

  /**
   * Kills the server at one point of the request after another, starts it again and sends the same
   * request with the same key, until one request passes untouched. Answers how many points there were.
   */
  async atEach({ prepare, broken, check, meanwhile }: Killed): Promise<number> {
    let killed = 0;
    for (const { name, arm } of this.points()) {
      const send = await prepare();
      const key = anIdempotencyKey();
      await arm();
      const first = await send(key);
      const isUntouched = this.victim.isAlive && first !== undefined;
      // A fresh one in any case: this one is still armed.
      await this.victim.kill();
      this.victim = await Victim.start(this.config);
      if (isUntouched) return killed;

      killed += 1;
      await this.expectWhole(name, broken);
      meanwhile?.();
      await check(await send(key), first);
      await this.expectWhole(name, broken);
    }
    throw new Error(`not untouched after ${mostPoints} points`);
  }

  say(line: string): void {
    const points = proving ? 'every point' : 'some points';
    process.stdout.write(`  ${line} on ${onMariaDb ? 'MariaDB' : 'SQLite'}, ${points}\n`);
  }

  private async expectWhole(at: string, broken: Killed['broken']): Promise<void> {
    const found = await this.withDatabase(async (dataSource) => {
      await proveAnew(dataSource);
      return broken(dataSource);
    });
    expect({ at, broken: found }).toEqual({ at, broken: [] });
  }

  private *points(): Generator<Point> {
    for (let n = 1; n <= mostPoints; n += stepAfter(n)) {
      if (!onMariaDb) {
        yield { name: `write ${n}`, arm: () => this.victim.killAtWrite(n) };
        continue;
      }
      for (const when of ['before', 'after'] as const)
        yield { name: `${when} statement ${n}`, arm: () => this.victim.killAtStatement(n, when) };
    }
  }
}
