import type { DataSource } from 'typeorm';
import { makeApp } from '../../src/app';
import { CaseTicket, CaseTicketMessage } from '../../src/case-ticket';
import type { Config } from '../../src/platform/config';
import { openDatabase } from '../../src/tables';
import { anIdempotencyKey } from '../case-tickets';
import { TestClock } from '../clock';
import { testConfig } from '../config';
import { aDatabase, type TestDatabase } from '../databases';
import { aPerson } from '../given';
import { aTree } from '../trees';
import { brokenInvariants } from './invariants';
import { type Reply, Victim } from './victim';

const onMariaDb = process.env.TEST_DB === 'mariadb';
/** Every point with PROVE=1, else every third: all of them take minutes. */
const step = process.env.PROVE === '1' ? 1 : 3;
const mostPoints = 400;
jest.setTimeout(15 * 60_000);

let database: TestDatabase;
let config: Config;
let divisionCode: string;
let token: string;
let victim: Victim;

async function withDatabase<T>(look: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = await openDatabase(config, new TestClock());
  return look(dataSource).finally(() => dataSource.destroy());
}

beforeAll(async () => {
  database = await aDatabase();
  config = testConfig({ dataDir: database.dataDir, databaseUrl: database.databaseUrl });
  // The server to be killed goes by the real time.
  const clock = new TestClock(Date.now());
  const dataSource = await openDatabase(config, clock);
  const app = await makeApp({ config, clock, dataSource });
  const tree = await aTree({ app });
  divisionCode = tree.codes.town;
  token = (await aPerson({ app }, [{ in: tree.town, kind: 'staff' }])).token;
  await app.close();
  victim = await Victim.start(config);
});

afterAll(async () => {
  await victim.kill();
  await database.drop();
});

interface Point {
  name: string;
  arm: () => Promise<void>;
}

function* points(): Generator<Point> {
  for (let n = 1; n <= mostPoints; n += step) {
    if (!onMariaDb) {
      yield { name: `write ${n}`, arm: () => victim.killAtWrite(n) };
      continue;
    }
    for (const when of ['before', 'after'] as const)
      yield { name: `${when} statement ${n}`, arm: () => victim.killAtStatement(n, when) };
  }
}

const ask = (key: string): Promise<Reply | undefined> =>
  victim.post(
    '/case-tickets',
    { kind: 'hardship', text: '米没有了', divisionCode },
    { 'idempotency-key': key },
  );

const answer = (id: unknown, key: string): Promise<Reply | undefined> =>
  victim.post(
    `/desk/case-tickets/${String(id)}/messages`,
    { text: '我们下午来' },
    { authorization: `Bearer ${token}`, 'idempotency-key': key },
  );

/**
 * Kills the server at one point of the request after another, starts it again and sends the same request
 * with the same key, until one request passes untouched. Answers how many points there were.
 */
async function killAtEach(
  prepare: () => Promise<(key: string) => Promise<Reply | undefined>>,
  check: (reply: Reply) => Promise<void>,
): Promise<number> {
  let killed = 0;
  for (const { name, arm } of points()) {
    const send = await prepare();
    const key = anIdempotencyKey();
    await arm();
    const first = await send(key);
    const isUntouched = victim.isAlive && first !== undefined;
    // A fresh one in any case: this one is still armed.
    await victim.kill();
    victim = await Victim.start(config);
    if (isUntouched) return killed;

    killed += 1;
    expect({ at: name, broken: await withDatabase(brokenInvariants) }).toEqual({
      at: name,
      broken: [],
    });
    const again = await send(key);

    expect({ at: name, status: again?.status }).toEqual({ at: name, status: 201 });
    if (first) expect(again).toEqual(first);
    await check(again!);
    expect({ at: name, broken: await withDatabase(brokenInvariants) }).toEqual({
      at: name,
      broken: [],
    });
  }
  throw new Error(`not untouched after ${mostPoints} points`);
}

const say = (line: string): void =>
  void process.stdout.write(`  ${line} on ${onMariaDb ? 'MariaDB' : 'SQLite'}, step ${step}\n`);

describe('the server, killed at each point where it writes', () => {
  it('keeps a request for help whole, once, and acknowledged', async () => {
    const acknowledged: unknown[] = [];
    const killed = await killAtEach(
      async () => ask,
      async ({ body }) => {
        acknowledged.push(body.id);
        const kept = await withDatabase(({ manager }) => manager.find(CaseTicket));
        expect(kept.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
        const { claimCode } = body;
        expect((await victim.post('/case-tickets/claim', { claimCode }, {}))?.status).toBe(200);
      },
    );
    say(`asking: ${killed} kills, ${acknowledged.length} acknowledged, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });

  it('keeps an answer whole, once, and acknowledged', async () => {
    let ticketId: unknown;
    const killed = await killAtEach(
      async () => {
        ticketId = (await ask(anIdempotencyKey()))?.body.id;
        return (key) => answer(ticketId, key);
      },
      async ({ body }) => {
        expect(body.state).toBe('answered');
        const id = String(ticketId);
        const [written, ticket] = await withDatabase(({ manager }) =>
          Promise.all([
            manager.countBy(CaseTicketMessage, { ticketId: id }),
            manager.findOneBy(CaseTicket, { id }),
          ]),
        );
        expect({ written, state: ticket?.state }).toEqual({ written: 2, state: 'answered' });
      },
    );
    say(`answering: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(5);
  });
});
