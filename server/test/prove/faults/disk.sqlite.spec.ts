import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { envOf, runBuilt } from '../../process';
import { type Answer, say, slowly, slowlyAsRoot, Stand } from './stand';

jest.setTimeout(5 * 60_000);

/** After three tries in vain. */
const restMs = 3000;
const syncs = 'fsync,fdatasync';
/** As its grandchild, and stopping it at no other call: attached, it would slow down all the rest too. */
const slowSyncs = [
  ...['-D', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null'],
  ...['-e', `trace=${syncs}`, '-e', `inject=${syncs}:delay_enter=500000`],
];
const statuses = (answers: (Answer | undefined)[]) => [
  ...new Set(answers.map((answer) => answer?.status)),
];

/** MySQL's files are MySQL's. */
describe('the disk below SQLite', () => {
  let stand: Stand;
  const file = (end = '') => join(stand.database.dataDir, `niangjia.sqlite${end}`);
  const crowd = async (count: number) => (await stand.crowd(count)).map(({ answer }) => answer);

  beforeEach(async () => {
    stand = await Stand.make(8);
  });
  afterEach(() => stand.end());

  function expectBusy(answers: (Answer | undefined)[]): void {
    expect(statuses(answers)).toEqual([503]);
    for (const answer of answers) {
      expect(answer?.body.code).toBe('busy');
      expect(answer?.body.message).toMatch(/您填的都还在/);
      expect(Number(answer?.retryAfter)).toBeGreaterThan(0);
    }
  }

  slowlyAsRoot(
    'F8: a full disk refuses those who write, serves those who read, and comes back',
    async () => {
      const { dataDir } = stand.database;
      const kept = `${dataDir}-kept`;
      execFileSync('cp', ['-a', dataDir, kept]);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', dataDir]);
      try {
        execFileSync('cp', ['-a', `${kept}/.`, dataDir]);
        await stand.begin();
        const before = await crowd(10);
        fillUp(join(dataDir, 'ballast'));
        const refused = [...(await crowd(25)), ...(await crowd(25))];
        const reads = await Promise.all([stand.reads(), stand.reads()]);
        rmSync(join(dataDir, 'ballast'));
        const after = await crowd(25);

        expectBusy(refused.filter((answer) => answer?.status !== 201));
        expect(statuses(refused)).toContain(503);
        expect(statuses(reads)).toEqual([200]);
        expect(statuses([...before, ...after])).toEqual([201]);
        expect(await stand.broken([...before, ...refused, ...after])).toEqual([]);
        await stand.victim.kill();
        const full = refused.filter((answer) => answer?.status === 503).length;
        say(
          'F8',
          `${full} of 50 refused with 503 while full, ${after.length} of 25 taken once freed`,
        );
      } finally {
        await stand.victim.kill();
        execFileSync('umount', ['-l', dataDir]);
        rmSync(kept, { recursive: true });
      }
    },
  );

  function fillUp(path: string): void {
    const ballast = openSync(path, 'w');
    try {
      for (const size of [65_536, 4096, 512]) {
        try {
          for (;;) writeSync(ballast, Buffer.alloc(size));
        } catch {
          // Full, to this size.
        }
      }
    } finally {
      closeSync(ballast);
    }
  }

  it('F9: after a failed fsync nothing is written any more until a new start', async () => {
    await stand.begin();
    const before = await crowd(5);
    const mend = await stand.victim.inject(syncs, 'error=EIO');
    const lost = await stand.crowd(20);
    await mend();
    const later = await crowd(20);

    expectBusy([...lost.map(({ answer }) => answer), ...later]);
    expect((await stand.reads())?.status).toBe(200);
    expect(await stand.isReady()).toBe(false);
    await stand.victim.tell({ do: 'shift', ms: 120_000 });
    const [she] = stand.women;
    expect((await stand.ask('GET', '/api/v1/me', { by: she }))?.status).toBe(200);
    for (const { asked } of lost.slice(0, 5)) expect(await stand.registered(asked)).toBe(0);

    await stand.victim.kill();
    await stand.begin();
    const again = await Promise.all(lost.map(({ asked }) => stand.enrol(asked)));
    expect(statuses(again)).toEqual([201]);
    expect(await stand.isReady()).toBe(true);
    expect(await stand.broken([...before, ...again])).toEqual([]);
    say(
      'F9',
      `${lost.length} + ${later.length} refused, 0 kept, 0 written after it; ${again.length} of 20 on repetition`,
    );
  });

  slowly('F10: a disk that takes half a second keeps nobody waiting without end', async () => {
    await stand.begin({ within: ['strace', ...slowSyncs] });
    const answers = await crowd(100);
    const longest = Math.max(...answers.map((answer) => answer?.ms ?? Infinity));

    for (const answer of answers) expect([201, 503]).toContain(answer?.status);
    expect(longest).toBeLessThan(20_000);
    expect(await stand.broken(answers)).toEqual([]);
    const taken = answers.filter((answer) => answer?.status === 201).length;
    say('F10', `100 at once: ${taken} taken, longest ${Math.round(longest)} ms`);
  });

  const start = () => runBuilt('main.js', envOf(stand.config));

  /** A start that ends by itself with one line that says this. */
  async function expectRefusal(says: RegExp): Promise<void> {
    const { code, err } = await start();
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(err.trim().split('\n')).toHaveLength(1);
  }

  it('F11: a damaged database is refused in one line that names the backup', async () => {
    const size = statSync(file()).size;
    const damage: [string, number, Buffer][] = [
      ['its head', 0, Buffer.from('nonsense')],
      ['a page within', Math.floor(size / 2 / 4096) * 4096, Buffer.alloc(64, 0xff)],
    ];
    for (const [, at, bytes] of damage) {
      execFileSync('cp', [file(), file('.good')]);
      const database = openSync(file(), 'r+');
      writeSync(database, bytes, 0, bytes.length, at);
      closeSync(database);
      await expectRefusal(/is damaged: .* last backup/);
      renameSync(file('.good'), file());
    }
    say('F11 damaged', `${damage.length} of ${damage.length} refused in one line`);
  });

  it('F11: no new database takes the place of one that is gone', async () => {
    writeFileSync(file('-wal'), 'its writes');
    renameSync(file(), file('.away'));

    await expectRefusal(/is gone, .* last backup/);
    say('F11 gone', '1 of 1 refused in one line');
  });

  slowlyAsRoot('F11: a disk that is read-only is refused in one line', async () => {
    const { dataDir } = stand.database;
    execFileSync('mount', ['--bind', dataDir, dataDir]);
    try {
      execFileSync('mount', ['-o', 'remount,ro,bind', dataDir]);
      await expectRefusal(/read-only|cannot be opened/);
    } finally {
      execFileSync('umount', ['-l', dataDir]);
    }
    say('F11 read-only', '1 of 1 refused in one line');
  });

  it('F25: a second server on the same file refuses, and the first goes on', async () => {
    await stand.begin();

    await expectRefusal(/in use by another process/);
    expect(statuses(await crowd(5))).toEqual([201]);
    await stand.victim.kill();
    await stand.begin();
    expect(statuses(await crowd(5))).toEqual([201]);
    say('F25', '1 of 1 refused; killed outright, the first leaves the folder free');
  });

  slowly('F18: who writes while another process does is waited for, or refused', async () => {
    await stand.begin();
    const short = await holdWrites(1500);
    const waited = await crowd(5);
    await short.gone;
    const long = await holdWrites(60_000);
    const refused = await crowd(5);
    await long.end();
    await pause(restMs);
    const after = await crowd(5);

    expect(statuses([...waited, ...after])).toEqual([201]);
    expectBusy(refused);
    expect(await stand.broken([...waited, ...refused, ...after])).toEqual([]);
    const ms = Math.round(Math.max(...refused.map((answer) => answer?.ms ?? 0)));
    say('F18 BUSY', `5 of 5 after 1.5 s of waiting; held on, 5 of 5 refused after ${ms} ms`);
  });

  /** Another process with the write lock in its hand. */
  async function holdWrites(forMs: number) {
    const code = `const { DatabaseSync } = require('@photostructure/sqlite');
      const database = new DatabaseSync(process.argv[1]);
      database.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
      console.log('held');
      setTimeout(() => process.exit(), ${forMs});`;
    const cwd = join(__dirname, '../../..');
    const holder = spawn(process.execPath, ['-e', code, file()], { cwd, timeout: 90_000 });
    const gone = once(holder, 'exit');
    await once(createInterface(holder.stdout), 'line');
    const end = async () => {
      holder.kill('SIGKILL');
      await gone;
    };
    return { gone, end };
  }
});
