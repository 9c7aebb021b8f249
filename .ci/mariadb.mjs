import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { find } from './machine.mjs';

// The keeper ends the database by its own pid when its input ends: that happens at the end of the
// tests, at Ctrl-C, and also when the tests are killed outright.
const keeper = `
  folder=$1; shift
  "$@" >"$folder/server.log" 2>&1 & server=$!
  cat >/dev/null
  kill "$server" 2>/dev/null; wait "$server"
  rm -rf "$folder"`;

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function layOut(folder, user) {
  const made = spawnSync(
    find('mariadb-install-db'),
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      `--user=${user}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Error(`mariadb-install-db failed:\n${made.stdout}${made.stderr}`);
}

const settings = (folder, user, port) => [
  '--no-defaults',
  `--datadir=${folder}/data`,
  `--socket=${folder}/socket`,
  `--pid-file=${folder}/pid`,
  `--secure-file-priv=${folder}`,
  `--user=${user}`,
  '--bind-address=127.0.0.1',
  `--port=${port}`,
  '--skip-name-resolve',
  '--default-time-zone=+00:00',
  '--max-connections=200',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_bin',
  '--log-bin=binary-log',
  '--server-id=1',
  '--sync-binlog=1',
  '--innodb-flush-log-at-trx-commit=1',
];

function greets(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}

async function untilItGreets(port, process, folder) {
  for (let tenths = 0; tenths < 600; tenths += 1) {
    if (await greets(port)) return;
    if (process.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`MariaDB did not start:\n${readFileSync(`${folder}/server.log`, 'utf8')}`);
}

/** A private MariaDB in a temporary folder: `url` to reach it, `stop` to end it and remove all. */
export async function startMariadb() {
  const folder = mkdtempSync(path.join(tmpdir(), 'niangjia-mariadb-'));
  const user = userInfo().username;
  layOut(folder, user);
  const port = await freePort();
  const program = [find('mariadbd'), ...settings(folder, user, port)];
  const child = spawn('sh', ['-c', keeper, 'keeper', folder, ...program], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  try {
    await untilItGreets(port, child, folder);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { url: `mysql://root@127.0.0.1:${port}`, stop };
}
