import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { inWords } from '../waits';
import { answerOf, Attacked, statusesIn } from './attacked';

const proving = process.env.PROVE === '1';
const silentOnes = 5000;
const slowOnes = 500;
const slowTogether = 2000;
const women = 1000;
const pieceMs = 200;

jest.setTimeout(3 * 60_000);

let server: Attacked;
beforeAll(async () => {
  server = await Attacked.start();
});
afterAll(() => server.stop());

const opened = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('connect', resolve);
    socket.once('close', () => resolve());
  });

async function crowdOf(count: number): Promise<Socket[]> {
  const crowd: Socket[] = [];
  for (let at = 0; at < count; at += 100) {
    const some = Array.from({ length: 100 }, () => server.connect());
    await Promise.all(some.map(opened));
    crowd.push(...some);
  }
  return crowd;
}

const head = 'POST /api/v1/case-tickets HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

/** One byte after another, for as long as the server bears it. Resolves to what it answered. */
async function drip(
  socket: Socket,
  first: string,
  pieces: string,
  everyMs = pieceMs,
): Promise<string> {
  const answer = answerOf(socket);
  socket.write(first);
  while (!socket.destroyed && !socket.writableEnded) {
    socket.write(pieces);
    await Promise.race([answer, pause(everyMs)]);
  }
  return answer;
}

const memoryMb = (): number => {
  const status = readFileSync(`/proc/${server.victim.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
};

test('5,000 connections that say nothing keep nobody out', async () => {
  const crowd = await crowdOf(silentOnes);

  for (let woman = 0; woman < 60; woman += 1) expect(await server.serves()).toBe(200);
  expect(crowd.filter(({ destroyed }) => !destroyed).length).toBeLessThan(silentOnes);
  crowd.forEach((socket) => socket.destroy());
});

test('heads that never end are cut off, and she is served meanwhile', async () => {
  const crowd = await crowdOf(slowOnes);
  const drips = crowd.map((socket) => drip(socket, head, 'X'));

  for (let woman = 0; woman < 60; woman += 1) expect(await server.serves()).toBe(200);
  const answers = await Promise.all(drips);
  expect(answers.flatMap(statusesIn).filter((status) => status !== 408)).toEqual([]);
});

test('answers that nobody reads do not fill the memory', async () => {
  const before = memoryMb();
  const crowd = await crowdOf(100);
  const ask = 'GET /api/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(200);
  for (const socket of crowd) socket.pause().write(ask);

  for (let woman = 0; woman < 60; woman += 1) expect(await server.serves()).toBe(200);
  // All of it would be 100 × 200 × 100 KB.
  expect(memoryMb() - before).toBeLessThan(400);
  crowd.forEach((socket) => socket.destroy());
});

/** How long each of a thousand women waits, one after another, in milliseconds. */
async function waitsOf(): Promise<number[]> {
  const waits: number[] = [];
  for (let woman = 0; woman < women; woman += 1) {
    const from = performance.now();
    expect(await server.serves()).toBe(200);
    waits.push(performance.now() - from);
  }
  return waits;
}

if (proving) {
  test('bodies that never end are cut off, and she is served meanwhile', async () => {
    const crowd = await crowdOf(slowOnes);
    const drips = crowd.map((socket) => drip(socket, `${head}Content-Length: 60000\r\n\r\n`, ' '));

    for (let woman = 0; woman < 60; woman += 1) expect(await server.serves()).toBe(200);
    const answers = await Promise.all(drips);
    expect(answers.flatMap(statusesIn).filter((status) => status !== 408)).toEqual([]);
  });

  test('two thousand slow ones together, and how long she waits beside them', async () => {
    const quiet = await waitsOf();
    const crowd = await crowdOf(slowTogether);
    const body = `${head}Content-Length: 60000\r\n\r\n`;
    const drips = crowd.map((socket, at) => drip(socket, at % 2 ? head : body, 'X', 1000));

    const beside = await waitsOf();
    process.stdout.write(`  by herself: ${inWords(quiet)}; beside 2,000: ${inWords(beside)}\n`);
    const answers = await Promise.all(drips);
    expect(answers.flatMap(statusesIn).filter((status) => status !== 408)).toEqual([]);
  });
}
