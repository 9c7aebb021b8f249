import { spawn } from 'node:child_process';

const running = new Set();

/**
 * Runs a program with its output on this terminal and resolves to its exit code (a missing program
 * is 127, an end by a signal 1). On Windows npx is a script, which only a shell can run.
 */
export function run(program, args, { cwd, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    running.add(child);
    child.once('error', () => resolve(127));
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Passes a signal on to what `run` has started and not yet ended. */
export function signalRunning(signal) {
  for (const child of running) child.kill(signal);
}
