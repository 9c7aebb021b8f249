/**
 * npm runs us in a shell that does not pass SIGTERM on. When that shell is gone we have been asked
 * to stop; without npm nobody is followed.
 */
export function endWithShellOfNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
