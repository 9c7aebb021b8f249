import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const loopback = ['127.0.0.1', 'localhost', '::1'];
const blank = (text) => text === undefined || text.trim() === '';

/** A run is a demonstration only when nothing in the environment asks for more than this machine. */
export function isDemonstration({ MODE, DATABASE_URL, HOST, WECHAT_APP_ID }) {
  return [MODE, DATABASE_URL, WECHAT_APP_ID].every(blank) && loopback.includes(HOST || '127.0.0.1');
}

function whyNotListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (fault) => resolve(fault.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}

async function whyNotPort({ PORT, HOST }) {
  const port = Number(PORT || 3000);
  const host = HOST || '127.0.0.1';
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return `PORT=${PORT} is not a port: give a whole number from 0 to 65535.`;
  }
  const code = await whyNotListen(port, host);
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken: stop the program that has it, or choose another with PORT=${port + 1} npm start.`;
  }
  return code && `Port ${port} on ${host} cannot be used (${code}): choose another HOST or PORT.`;
}

/** One level at a time: Node's own recursion never ends where the system answers ENOENT to mkdir. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

function whyNotFolder({ DATA_DIR, DATABASE_URL }, root) {
  if (!blank(DATABASE_URL)) return undefined;
  const folder = path.resolve(root, DATA_DIR || 'data');
  try {
    makeFolder(folder);
    rmdirSync(mkdtempSync(path.join(folder, '.writable-')));
    return undefined;
  } catch (fault) {
    return `The data folder ${folder} cannot be written (${fault.code}): give another with DATA_DIR=…`;
  }
}

function whyNotReach(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 5000 });
    const end = (reason) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => end());
    socket.once('error', (fault) => end(fault.code));
    socket.once('timeout', () => end('no answer in 5 s'));
  });
}

async function whyNotDatabase({ DATABASE_URL }) {
  if (blank(DATABASE_URL)) return undefined;
  const address = URL.canParse(DATABASE_URL) ? new URL(DATABASE_URL) : undefined;
  if (address?.protocol !== 'mysql:' || !address.hostname) {
    return 'DATABASE_URL is wrong: write it as mysql://user:password@host:3306/database.';
  }
  const port = Number(address.port || 3306);
  const code = await whyNotReach(address.hostname, port);
  return (
    code && `No database answers at ${address.hostname}:${port} (${code}): check DATABASE_URL.`
  );
}

/** The first reason why the server could not start here, said before anything is built. */
export async function whyNotStart(env, root) {
  return (await whyNotPort(env)) ?? whyNotFolder(env, root) ?? (await whyNotDatabase(env));
}
