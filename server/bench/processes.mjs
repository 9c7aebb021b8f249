import { spawn } from 'node:child_process';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { environmentOf } from './product.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const product = here('../dist/main.js');

export function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilItAnswers(url, child) {
  while (child.exitCode === null) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return;
    await pause(2);
  }
  throw new Error(`a measured server ended by itself with ${child.exitCode}`);
}

/** Runs a server on a free port until `stop`; `startMs` from the start of its process to its first answer. */
async function serve(argumentsFor, env, path) {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, argumentsFor(port), {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await untilItAnswers(`http://127.0.0.1:${port}${path}`, child);
  const startMs = performance.now() - from;
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, startMs, stop };
}

const live = '/api/health/live';

export const serveProduct = (place, env = {}) =>
  serve(() => [product], { ...environmentOf(place), LOG_LEVEL: 'warn', ...env }, live);

export const serveDemonstration = (dataDir) =>
  serve(() => [product], { MODE: 'demonstration', DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, live);

export const serveBareSeats = ({ dataDir, databaseUrl = '' }) =>
  serve((port) => [here('servers/bare-seats.mjs'), String(port), dataDir, databaseUrl], {}, '/');

export const servePlainHttp = (file) =>
  serve((port) => [here('servers/plain-http.mjs'), String(port), file], {}, '/');

export const serveFastify = (file, log = '') =>
  serve((port) => [here('servers/bare-fastify.mjs'), String(port), file, log], {}, '/');
