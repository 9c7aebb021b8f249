import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { type Answer, proves, say, slowly, Stand } from './stand';
import { refusal, type Verdict, Wire } from './wire';

jest.setTimeout(8 * 60_000);

const statuses = (answers: (Answer | undefined)[]) => [
  ...new Set(answers.map((answer) => answer?.status)),
];
const longest = (answers: (Answer | undefined)[]) =>
  Math.round(Math.max(...answers.map((answer) => answer?.ms ?? Infinity)));

/** There is no wire to SQLite. */
describe('the wire to MariaDB', () => {
  let stand: Stand;
  let wire: Wire;
  const crowd = async (count: number) => (await stand.crowd(count)).map(({ answer }) => answer);

  beforeAll(async () => {
    stand = await Stand.make(60);
  });
  afterAll(() => stand.end());
  beforeEach(async () => {
    wire = await Wire.lay(stand.config.databaseUrl ?? '');
    await stand.begin({}, wire.url);
  });
  afterEach(async () => {
    await stand.victim.kill();
    await wire.take();
  });

  /** What the judge says to the n-th statement that it is asked about. */
  function atThe(n: number, verdict: Verdict): () => number {
    let seen = 0;
    let isOpen = false;
    wire.judge = (words) => {
      isOpen ||= words.startsWith('START TRANSACTION');
      if (!isOpen) return 'pass';
      seen += 1;
      return seen === n ? verdict : 'pass';
    };
    return () => seen;
  }

  it('F15: cut at each statement, before it or before its answer: one row on repetition', async () => {
    let cuts = 0;
    const step = proves ? 1 : 4;
    for (const verdict of ['cut', 'cut_after'] as const) {
      for (let n = 1; ; n += step) {
        const seen = atThe(n, verdict);
        const asked = stand.next();
        const first = await stand.enrol(asked);
        wire.judge = () => 'pass';
        if (seen() < n) break;
        cuts += 1;
        expect([verdict, n, first?.status]).toEqual([verdict, n, 503]);
        expect(Number(first?.retryAfter)).toBeGreaterThan(0);
        const again = await stand.enrol(asked);
        expect([verdict, n, again?.status]).toEqual([verdict, n, 201]);
        expect(await stand.registered(asked)).toBe(1);
      }
    }
    expect(await stand.broken()).toEqual([]);
    expect(cuts).toBeGreaterThan(2);
    say('F15', `${cuts} cuts, ${cuts} answered 503 and 201 on repetition, 0 doubled`);
  });

  it.each([1213, 1205, 1020])(
    'F18: refused with %i, the whole is run again, three times at most',
    async (errno) => {
      let left = 2;
      const deny = (times: number) => {
        left = times;
        wire.judge = (words) => {
          if (!words.startsWith('INSERT INTO') || left === 0) return 'pass';
          left -= 1;
          return refusal(errno);
        };
      };
      deny(2);
      const before = wire.begun.length;
      const asked = stand.next();
      const mended = await stand.enrol(asked);
      const tries = wire.begun.length - before;
      deny(3);
      const given = stand.next();
      const refused = await stand.enrol(given);
      const all = wire.begun.length - before - tries;

      expect([mended?.status, tries, refused?.status, all]).toEqual([201, 3, 503, 3]);
      expect([await stand.registered(asked), await stand.registered(given)]).toEqual([1, 0]);
      say(`F18 ${errno}`, 'twice: done at the 3rd try; three times: 503 after 3 tries, 0 rows');
    },
  );

  slowly('F14: three seconds for each statement', async () => {
    await crowd(5);
    wire.delayMs = 1500;
    const answers = await crowd(15);
    wire.delayMs = 0;
    const after = await recovered();

    for (const answer of answers) expect([201, 503]).toContain(answer?.status);
    expect(longest(answers)).toBeLessThan(45_000);
    expect(await stand.broken([...answers, ...after.answers])).toEqual([]);
    const refused = answers.filter((answer) => answer?.status === 503).length;
    say(
      'F14',
      `15 at once: ${refused} refused, longest ${longest(answers)} ms, well ${after.ms} ms after`,
    );
  });

  slowly(
    'F16: connections that are dead and do not say so are found within ten seconds',
    async () => {
      await crowd(20);
      const dead = wire.silence();
      const began = performance.now();
      const first = await crowd(5);
      const after = await recovered();
      const ms = Math.round(performance.now() - began);

      expect(dead).toBeGreaterThan(0);
      expect(statuses(first)).toEqual([503]);
      expect(ms).toBeLessThan(12_000);
      expect(await stand.broken(after.answers)).toEqual([]);
      say('F16', `${dead} dead connections, found and replaced after ${ms} ms`);
    },
  );

  slowly('F17: with every connection taken, who comes waits so long and no longer', async () => {
    await stand.victim.kill();
    await stand.begin({ env: { POOL_SIZE: '2' } }, wire.url);
    const holder = await createConnection(stand.config.databaseUrl ?? '');
    await holder.query('START TRANSACTION');
    await holder.query('SELECT id FROM activity FOR UPDATE');
    const answers = await crowd(30);
    await holder.query('ROLLBACK');
    await holder.end();
    const after = await recovered();

    expect(statuses(answers)).toEqual([503]);
    expect(longest(answers)).toBeLessThan(45_000);
    expect(await stand.broken(after.answers)).toEqual([]);
    say('F17', `30 of 30 refused, longest ${longest(answers)} ms, well ${after.ms} ms after`);
  });

  slowly('F28: two servers whose clocks are five minutes apart are one service', async () => {
    const second = await Stand.beside(stand);
    await second.victim.tell({ do: 'shift', ms: 5 * 60_000 });
    const asked = stand.next();
    const [one, other] = [await stand.enrol(asked), await second.enrol(asked)];
    expect([one?.status, other?.body]).toEqual([201, one?.body]);

    const both = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 ? stand : second).enrol(stand.next())),
    );
    await second.victim.kill();
    expect(statuses(both)).toEqual([201]);
    expect(new Set(both.map((answer) => answer?.body.id)).size).toBe(40);
    expect(await stand.broken([one, ...both])).toEqual([]);
    say('F28', '40 of 40 taken, 0 ids twice, 1 repetition known on the other');
  });

  async function recovered() {
    const began = performance.now();
    const answers: (Answer | undefined)[] = [];
    for (;;) {
      const [answer] = await crowd(1);
      answers.push(answer);
      const ms = Math.round(performance.now() - began);
      if (answer?.status === 201) return { ms, answers };
      if (ms > 30_000) throw new Error(`still ${answer?.status} after ${ms} ms`);
      await pause(100);
    }
  }
});
