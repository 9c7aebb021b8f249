import { setTimeout as pause } from 'node:timers/promises';
import { OwnMariadb } from './own-mariadb';
import { type Answer, say, Stand } from './stand';

jest.setTimeout(5 * 60_000);
const awayMs = 30_000;

describe('MariaDB, killed and away for thirty seconds', () => {
  const shared = process.env.TEST_MARIADB_URL;
  let own: OwnMariadb;
  let stand: Stand;
  beforeAll(async () => {
    own = await OwnMariadb.make();
    process.env.TEST_MARIADB_URL = own.url;
    stand = await Stand.make();
    await stand.begin();
  });
  afterAll(async () => {
    await stand.end();
    await own.remove();
    process.env.TEST_MARIADB_URL = shared;
  });

  it('F13: everyone is told when to return, nothing acknowledged is lost, and it comes back', async () => {
    const finish = stand.load(8);
    await pause(1500);
    await own.kill();
    const killed = performance.now();
    const during = (await finish()).map(({ answer }) => answer);
    const away: (Answer | undefined)[] = [];
    while (performance.now() - killed < awayMs) {
      away.push(...(await stand.crowd(2)).map(({ answer }) => answer), await stand.reads());
      expect(await stand.isReady()).toBe(false);
      await pause(1000);
    }
    await own.start();
    const began = performance.now();
    const back = await untilTaken();
    const ms = Math.round(performance.now() - began);

    expect(new Set(away.map((answer) => answer?.status))).toEqual(new Set([503]));
    for (const answer of away) expect(Number(answer?.retryAfter)).toBeGreaterThan(0);
    for (const answer of during) expect([201, 503]).toContain(answer?.status);
    expect(ms).toBeLessThan(5000);
    expect(await stand.isReady()).toBe(true);
    expect(await stand.broken([...during, ...back])).toEqual([]);
    const kept = during.filter((answer) => answer?.status === 201).length;
    const slowest = Math.round(Math.max(...away.map((answer) => answer?.ms ?? Infinity)));
    say(
      'F13',
      `${kept} acknowledged before, 0 lost; ${away.length} of ${away.length} told 503 within ${slowest} ms; back after ${ms} ms`,
    );
  });

  async function untilTaken() {
    const answers: (Answer | undefined)[] = [];
    while (answers.at(-1)?.status !== 201) {
      answers.push((await stand.crowd(1))[0]?.answer);
      if (answers.length > 300) throw new Error('it does not come back');
      await pause(50);
    }
    return answers;
  }
});
