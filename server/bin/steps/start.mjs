import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDemonstration, whyNotStart } from './before-work.mjs';
import { signalRunning } from './command.mjs';
import { endWithShellOfNpm } from './parent.mjs';
import { step } from './show.mjs';
import { build, install, root } from './workspace.mjs';

const signals = { SIGINT: 130, SIGTERM: 143 };

function leave(signal) {
  signalRunning(signal);
  process.exit(signals[signal]);
}

async function prepare() {
  const reason = await whyNotStart(process.env, root);
  if (reason) throw new Error(reason);

  await step('install the dependencies of the lockfile', install);
  await step('build what both sides share', () => build('shared'));
  await step('build the server', () => build('server'));
  await step('build the mini-program for a browser', () => build('h5'));
}

async function serve() {
  for (const signal of Object.keys(signals)) process.off(signal, leave);
  if (isDemonstration(process.env)) process.env.MODE = 'demonstration';
  process.env.WEB_ROOT ||= path.join(root, 'miniapp/dist/h5');
  process.chdir(root);

  console.log('▸ start the server');
  // In this process, so that signals and the exit code are the server's own.
  await import(pathToFileURL(path.join(root, 'server/dist/main.js')).href);
}

function giveUp(fault) {
  console.error(fault.message);
  process.exit(1);
}

endWithShellOfNpm();
for (const signal of Object.keys(signals)) process.on(signal, leave);
prepare().then(serve, giveUp);
