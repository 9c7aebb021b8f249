import { spawn } from 'node:child_process';

const running = new Set();
let isLeaving = false;

/**
 * Runs a program with its output on this terminal and resolves to its exit code (a missing program
 * is 127, an end by a signal 1). `onOut` is told what it says as well. On Windows npx is a script, which only a shell can run.
 */
export function run(program, args, { cwd, env = {}, onOut } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['inherit', onOut ? 'pipe' : 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.stdout?.setEncoding('utf8').on('data', (out) => {
      process.stdout.write(out);
      onOut(out);
    });
    running.add(child);
    child.once('error', () => resolve(127));
    child.once('close', (code) => {
      running.delete(child);
      // Who waits for us would otherwise begin the next step while everything is being ended.
      if (!isLeaving) resolve(code ?? 1);
    });
  });
}

/** Passes a signal on to what `run` has started and not yet ended; no `run` returns after that. */
export function signalRunning(signal) {
  isLeaving = true;
  for (const child of running) child.kill(signal);
}
