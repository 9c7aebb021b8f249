import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

interface SafeError {
  type: string;
  stack: string;
  message: string;
  code?: string | number;
  cause?: SafeError;
}

const frames = (stack = ''): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

const isCode = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const codeOf = ({ code, errno, errcode }: Record<string, unknown>): string | number | undefined =>
  [code, errno, errcode].find(isCode);

/**
 * An error as the log keeps it: its name, its code and where it happened. Its words stay out, for they
 * may quote a row, a statement's values or a body; only a plain slip of our own code keeps them.
 */
export function safeError(error: unknown, depth = 3): SafeError & Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, stack: '', message: '' };
  const details = { ...error } as Record<string, unknown>;
  const code = codeOf(details);
  const cause = details.driverError ?? error.cause;
  return {
    type: error.name,
    stack: frames(error.stack),
    message: error.name === 'TypeError' && code === undefined ? error.message : '',
    ...(code !== undefined && { code }),
    ...(cause instanceof Error && depth > 0 && { cause: safeError(cause, depth - 1) }),
  };
}

const minuteMs = 60_000;
const spelledOutAMinute = 500;

/**
 * In a flood of faults only the first of each minute are spelled out; of the others the log keeps the name and the
 * code, so that a hundred thousand of them in a minute add less than 50 MB.
 */
export function sparingErrors(): typeof safeError {
  let minute = 0;
  let spelledOut = 0;
  return (error) => {
    const now = Math.floor(performance.now() / minuteMs);
    if (now !== minute) [minute, spelledOut] = [now, 0];
    spelledOut += 1;
    const safe = safeError(error);
    if (spelledOut <= spelledOutAMinute) return safe;
    const { cause: _, ...named } = safe;
    return { ...named, stack: '' };
  };
}

type LogCall = (...args: never[]) => void;

/** Pino takes an error's words as the line's words when there are none; they stay out here too. */
export function withoutErrorWords(this: unknown, args: unknown[], log: LogCall): void {
  const [first, ...rest] = args;
  const fields = first instanceof Error ? { err: first } : first;
  const err = (fields as { err?: unknown } | null)?.err;
  const words =
    err instanceof Error && (rest[0] ?? err.message) === err.message ? [err.name] : rest;
  log.apply(this, [fields, ...words] as never[]);
}

/** Nest's own lines through the same log. Chatter of the start is for `debug`. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: FastifyBaseLogger) {}

  log(message: unknown, context?: unknown): void {
    this.lines.debug({ context }, this.wordsOf(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.lines.debug({ context }, this.wordsOf(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.lines.trace({ context }, this.wordsOf(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.lines.warn({ context }, this.wordsOf(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const err = [message, ...rest].find((part) => part instanceof Error);
    this.lines.error({ err, context: rest.at(-1) }, this.wordsOf(message));
  }

  private wordsOf(message: unknown): string {
    return typeof message === 'string' ? message : 'error';
  }
}
