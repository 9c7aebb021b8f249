import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { makeApp } from '../../../src/app';
import { type ActivityRow, RegistrationRow } from '../../../src/activity';
import type { Config } from '../../../src/platform/config';
import { Idempotency } from '../../../src/platform/http/idempotency.entity';
import { openDatabase } from '../../../src/tables';
import { anActivity, brokenSeats } from '../../activities';
import { anIdempotencyKey } from '../../case-tickets';
import { TestClock } from '../../clock';
import { testConfig } from '../../config';
import { aDatabase, type TestDatabase } from '../../databases';
import { type Start, Victim } from '../../faults/victim';
import { aPerson, type GivenPerson } from '../../given';
import { aTree, type Tree } from '../../trees';

export const proves = process.env.PROVE === '1';
const onMariaDb = process.env.TEST_DB === 'mariadb';
type Proof = (title: string, proof: () => Promise<void>, timeoutMs?: number) => void;
const notHere = () => undefined;

/** What takes long is only proved. */
export const slowly: Proof = proves ? it : notHere;
/** What needs a disk of its own. */
export const slowlyAsRoot: Proof = proves && process.getuid?.() === 0 ? it : notHere;
const mostAnswerMs = 60_000;

/** Chance with a seed, printed with the figures: `FAULT_SEED=…` repeats it (mulberry32). */
const seed = Number(process.env.FAULT_SEED ?? randomInt(2 ** 31));
let state = seed;
export function chance(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

export function say(fault: string, figures: string): void {
  const database = onMariaDb ? 'MariaDB' : 'SQLite';
  process.stdout.write(`  ${fault}: ${figures}; ${database}, seed ${seed}\n`);
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfter: string | null;
  ms: number;
}

export interface Enrolment {
  she: GivenPerson;
  activityId: string;
  key: string;
}

const people = 20;

/** The built server on a database of its own, with people and things to do, to be broken. */
export class Stand {
  private running: Victim | undefined;
  women: GivenPerson[] = [];
  staff: GivenPerson[] = [];
  activities: ActivityRow[] = [];
  tree!: Tree;
  private left: Enrolment[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly config: Config,
  ) {}

  static async make(activities = 40): Promise<Stand> {
    const database = await aDatabase();
    const { dataDir, databaseUrl } = database;
    const stand = new Stand(database, testConfig({ dataDir, databaseUrl }));
    await stand.fill(activities);
    return stand;
  }

  /** Another server of the same database and people. */
  static async beside({ database, config }: Stand): Promise<Stand> {
    const stand = new Stand(database, config);
    await stand.begin();
    return stand;
  }

  /** `through` another address of the database; `start` as the process is started. */
  async begin(start: Start = {}, through?: string): Promise<void> {
    const config = through ? { ...this.config, databaseUrl: through } : this.config;
    const preload = join(__dirname, 'broken.cjs');
    this.running = await Victim.start(config, { preload, ...start });
  }

  get victim(): Victim {
    if (!this.running) throw new Error('begin first');
    return this.running;
  }

  async end(): Promise<void> {
    await this.running?.kill();
    await this.database.drop();
  }

  async withDatabase<T>(look: (dataSource: DataSource) => Promise<T>): Promise<T> {
    const dataSource = await openDatabase(this.config, new TestClock());
    return look(dataSource).finally(() => dataSource.destroy());
  }

  /** Undefined when no answer came: refused, cut, or nobody there. */
  async ask(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    { by, body, key }: { by?: GivenPerson; body?: object; key?: string } = {},
  ): Promise<Answer | undefined> {
    const began = performance.now();
    try {
      const reply = await fetch(`${this.victim.address}${path}`, {
        method,
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          ...(by && { authorization: `Bearer ${by.token}` }),
          ...(key && { 'idempotency-key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(mostAnswerMs),
      });
      const ms = performance.now() - began;
      const retryAfter = reply.headers.get('retry-after');
      const { status } = reply;
      return { status, body: (await reply.json()) as Answer['body'], retryAfter, ms };
    } catch {
      return undefined;
    }
  }

  reads = () => this.ask('GET', '/api/v1/activities');
  isReady = async () => (await this.ask('GET', '/api/health/ready'))?.status === 200;

  /** One that nobody has asked for yet. */
  next(): Enrolment {
    const next = this.left.pop();
    if (!next) throw new Error('make more activities');
    return next;
  }

  enrol({ she, activityId, key }: Enrolment): Promise<Answer | undefined> {
    const path = `/api/v1/activities/${activityId}/registrations`;
    return this.ask('POST', path, { by: she, body: {}, key });
  }

  /** So many at once. */
  async crowd(count: number): Promise<{ asked: Enrolment; answer: Answer | undefined }[]> {
    const asked = Array.from({ length: count }, () => this.next());
    return Promise.all(asked.map(async (one) => ({ asked: one, answer: await this.enrol(one) })));
  }

  /** So many people who ask one thing after another until told to stop. */
  load(count: number): () => Promise<{ asked: Enrolment; answer: Answer | undefined }[]> {
    let isOver = false;
    const done: { asked: Enrolment; answer: Answer | undefined }[] = [];
    const one = async (): Promise<void> => {
      while (!isOver && this.left.length > 0) {
        const asked = this.next();
        const answer = await this.enrol(asked);
        done.push({ asked, answer });
        if (!answer) return;
      }
    };
    const all = Promise.all(Array.from({ length: count }, one));
    return async () => {
      isOver = true;
      await all;
      return done;
    };
  }

  /** Everything that is not whole: seats, kept replies, and what was acknowledged and is not there. */
  async broken(acknowledged: (Answer | undefined)[] = []): Promise<string[]> {
    const ids = acknowledged.flatMap((answer) => (answer?.status === 201 ? [answer.body.id] : []));
    return this.withDatabase(async (dataSource) => {
      const rows = await dataSource.manager.find(RegistrationRow);
      const there = new Set<unknown>(rows.map(({ id }) => id));
      const seats: string[] = [];
      for (const { id } of this.activities) seats.push(...(await brokenSeats({ dataSource }, id)));
      const replies = await dataSource.manager.find(Idempotency);
      return [
        ...seats,
        ...ids.filter((id) => !there.has(id)).map((id) => `${String(id)} was answered and is lost`),
        ...replies.filter((row) => row.sealedReply === null).map(() => 'a kept reply is empty'),
      ];
    });
  }

  registered({ she, activityId }: Enrolment): Promise<number> {
    return this.withDatabase(({ manager }) =>
      manager.countBy(RegistrationRow, { accountId: she.accountId, activityId }),
    );
  }

  private async fill(activities: number): Promise<void> {
    const clock = new TestClock(Date.now());
    const dataSource = await openDatabase(this.config, clock);
    const { config } = this;
    const app = await makeApp({ config, clock, dataSource }, { write: () => undefined });
    const t = { app, dataSource, clock };
    this.tree = await aTree(t);
    for (let n = 0; n < people; n += 1) this.women.push(await aPerson(t));
    for (let n = 0; n < 2; n += 1)
      this.staff.push(await aPerson(t, [{ in: this.tree.town, kind: 'staff' }]));
    for (let n = 0; n < activities; n += 1)
      this.activities.push(await anActivity(t, this.tree.village, { seats: 15 }));
    await app.close();
    for (const { id: activityId } of this.activities)
      for (const she of this.women) this.left.push({ she, activityId, key: anIdempotencyKey() });
  }
}
