import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger } from 'fastify';

const drainMs = 10_000;
const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * On the first signal: not ready any more, requests in flight get ten seconds, the database closes,
 * exit code 0. A second signal ends at once.
 */
export function stopOnSignals(app: NestFastifyApplication, log: FastifyBaseLogger): void {
  let isStopping = false;

  const stop = async (signal: string): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => app.getHttpServer().closeAllConnections(), drainMs).unref();
    await app.close();
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of signals) process.on(signal, (name) => void stop(name));
}

/** What nobody caught is logged without its words and ends the process: its state is not to be trusted. */
export function endOnUncaught(log: FastifyBaseLogger): void {
  const end = (err: unknown): void => {
    // Nobody reads the log any more: a line about it would be tried without end.
    if (!isBrokenPipe(err)) log.fatal({ err }, 'uncaught');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

const isBrokenPipe = (err: unknown): boolean =>
  (err as { code?: unknown } | null)?.code === 'EPIPE';
