import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chance, say, slowly, Stand } from './stand';

jest.setTimeout(5 * 60_000);

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.make();
});
afterAll(() => stand.end());
beforeEach(() => stand.begin());
afterEach(() => stand.victim.kill());

const mostRestartMs = 5000;

async function startAgain(): Promise<number> {
  const began = performance.now();
  await stand.begin();
  expect((await stand.reads())?.status).toBe(200);
  return performance.now() - began;
}

it('F3: killed after the commit and before the answer, a repetition gets the one answer', async () => {
  await stand.victim.tell({ do: 'dieBeforeAnswer' });
  const asked = stand.next();

  expect(await stand.enrol(asked)).toBeUndefined();
  expect(await stand.registered(asked)).toBe(1);
  await startAgain();
  const [again, third] = [await stand.enrol(asked), await stand.enrol(asked)];

  expect([again?.status, third?.body]).toEqual([201, again?.body]);
  expect(await stand.registered(asked)).toBe(1);
  expect(await stand.broken([again])).toEqual([]);
  say('F3', '1 kill, 1 row, the same answer twice');
});

it('F5: on SIGTERM under load everyone who asked is answered, and the database is closed', async () => {
  const finish = stand.load(12);
  await pause(300 + 700 * chance());
  const began = performance.now();
  stand.victim.signal('SIGTERM');
  const { code } = await stand.victim.ended();
  const ms = performance.now() - began;
  const answers = (await finish()).map(({ answer }) => answer);

  const served = answers.filter((answer) => answer !== undefined);
  expect(served.filter(({ status }) => status !== 201)).toEqual([]);
  expect(served.length).toBeGreaterThan(0);
  expect(code).toBe(0);
  expect(ms).toBeLessThan(11_000);
  expect(logOfWrites()).toBe(0);
  expect(await stand.broken(answers)).toEqual([]);
  say('F5', `${served.length} answered, 0 with 5xx, 0 lost, ended after ${Math.round(ms)} ms`);
});

/** What SQLite's one file does not hold yet, in bytes. */
function logOfWrites(): number {
  const log = join(stand.database.dataDir, 'niangjia.sqlite-wal');
  return existsSync(log) ? statSync(log).size : 0;
}

it.each(['throw', 'reject'])(
  'F6: what nobody catches (%s) ends the process, and nothing is half',
  async (how) => {
    const finish = stand.load(8);
    await pause(200 + 300 * chance());
    await stand.victim.tell({ do: how });
    const { code } = await stand.victim.ended();
    const answers = (await finish()).map(({ answer }) => answer);
    const restartMs = await startAgain();

    expect(code).toBe(1);
    expect(await stand.broken(answers)).toEqual([]);
    const acknowledged = answers.filter((answer) => answer?.status === 201).length;
    say(`F6 ${how}`, `${acknowledged} acknowledged, 0 lost, up in ${Math.round(restartMs)} ms`);
  },
);

slowly('F7: out of memory, what was answered is there', async () => {
  await stand.victim.kill();
  // Jest reads what its worker says, and would take the victim's end for its own.
  await stand.begin({ nodeArgs: ['--max-old-space-size=128'], isQuiet: true });
  const finish = stand.load(8);
  await pause(200 + 300 * chance());
  await stand.victim.tell({ do: 'fill' });
  const { code, signal } = await stand.victim.ended();
  const answers = (await finish()).map(({ answer }) => answer);
  const restartMs = await startAgain();

  expect([code, signal]).not.toEqual([0, null]);
  expect(await stand.broken(answers)).toEqual([]);
  const acknowledged = answers.filter((answer) => answer?.status === 201).length;
  say('F7', `${acknowledged} acknowledged, 0 lost, up in ${Math.round(restartMs)} ms`);
  expect(restartMs).toBeLessThan(4 * mostRestartMs);
});

const openFiles = () => readdirSync(`/proc/${stand.victim.pid}/fd`).length;

slowly(
  'F12: with no file left to open, who is connected is served, and later everybody',
  async () => {
    await stand.reads();
    const limit = openFiles() + 10;
    spawnSync('prlimit', ['--pid', String(stand.victim.pid), `--nofile=${limit}:${limit}`]);
    const { hostname, port } = new URL(stand.victim.address);
    const sockets: Socket[] = [];
    for (let n = 0; n < 60; n += 1) {
      const socket = connect(Number(port), hostname).on('error', () => undefined);
      sockets.push(socket);
    }
    await pause(500);
    const connected = await stand.reads();
    const meanwhile = (await stand.crowd(20)).map(({ answer }) => answer);
    for (const socket of sockets) socket.destroy();
    const back = await untilServed();

    expect(stand.victim.isAlive).toBe(true);
    expect(connected?.status).toBe(200);
    for (const answer of meanwhile) expect([undefined, 201, 503]).toContain(answer?.status);
    expect(await stand.broken([...meanwhile, ...back.answers])).toEqual([]);
    const turned = meanwhile.filter((answer) => answer?.status !== 201).length;
    say(
      'F12',
      `1 of 1 connected served, ${turned} of 20 new turned away, served again after ${back.ms} ms`,
    );
  },
);

async function untilServed() {
  const began = performance.now();
  for (;;) {
    const { answer } = (await stand.crowd(1))[0]!;
    const ms = Math.round(performance.now() - began);
    if (answer?.status === 201) return { ms, answers: [answer] };
    if (ms > 20_000) throw new Error(`still ${answer?.status} after ${ms} ms`);
    await pause(100);
  }
}

const hourMs = 3_600_000;
const days = (count: number) => count * 24 * hourMs;

it('F26: whatever the clock jumps to, ids differ, ended sessions stay so, repetitions are known', async () => {
  const jumps = [hourMs, -2 * hourMs, days(400), 0];
  const [leaver, she] = [stand.women[0]!, stand.women[1]!];
  const left = await stand.ask('DELETE', '/api/v1/sessions/current', { by: leaver });
  const asked = stand.next();
  const first = await stand.enrol({ ...asked, she });
  const statuses: unknown[] = [];
  const ids: unknown[] = [];
  for (const ms of jumps) {
    await stand.victim.tell({ do: 'shift', ms });
    statuses.push((await stand.ask('GET', '/api/v1/me', { by: leaver }))?.status);
    const help = { kind: 'hardship', text: '米没有了', divisionCode: stand.tree.codes.town };
    const answer = await stand.ask('POST', '/api/v1/case-tickets', { body: help });
    expect(answer?.status).toBe(201);
    ids.push(answer?.body.id);
    expect((await stand.reads())?.status).toBe(200);
  }
  const again = await stand.enrol({ ...asked, she });

  expect(left?.status).toBeLessThan(300);
  expect(statuses).toEqual([401, 401, 401, 401]);
  expect(new Set(ids).size).toBe(jumps.length);
  expect([again?.status, again?.body]).toEqual([201, first?.body]);
  say('F26', `${jumps.length} jumps (+1 h, −2 h, +400 d, back), 0 revived, 0 ids twice`);
});

slowly('F42: of two who move one ticket at once, one does, and the other is told', async () => {
  const outcomes: string[] = [];
  const rounds = 25;
  for (let n = 0; n < rounds; n += 1) {
    const help = { kind: 'hardship', text: '米没有了', divisionCode: stand.tree.codes.town };
    const ticket = await stand.ask('POST', '/api/v1/case-tickets', { body: help });
    const path = `/api/v1/desk/case-tickets/${String(ticket?.body.id)}/moves`;
    const moves = stand.staff.map((by) =>
      stand.ask('POST', path, { by, body: { to: 'accepted' } }),
    );
    const statuses = (await Promise.all(moves)).map((answer) => answer?.status);
    outcomes.push(statuses.sort().join(' '));
  }
  expect(new Set(outcomes)).toEqual(new Set(['200 409']));
  say('F42', `${rounds} of ${rounds} rounds: one moved it, the other heard 409`);
});
