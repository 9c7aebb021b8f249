import { AsyncResource } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './refusal';

/** Node lets in one new connection in each turn of its loop, and each step of whoever waits takes a turn. */
const mostInTurn = 8;
/** More would only wait for the database, and she behind them. */
const mostInWork = 64;
/** About a second and a half of reading, for one processor. */
const mostInLine = 1000;
const retryAfterSeconds = 3;

const reading = new Set(['GET', 'HEAD']);
const health = new Set(['/api/health', '/api/health/live', '/api/health/ready']);

/** Goes in; false when whoever waited has gone. */
type Enter = () => boolean;

/** Lets in few at a time, in the order in which they came. */
export class Line {
  private readonly waiting: Enter[] = [];
  private inWork = 0;
  private isCalling = false;

  get isFull(): boolean {
    return this.waiting.length >= mostInLine;
  }

  wait(enter: Enter): void {
    // It goes on as what it was, not as whoever called it.
    this.waiting.push(AsyncResource.bind(enter));
    this.call();
  }

  left(): void {
    this.inWork -= 1;
    this.call();
  }

  private call(): void {
    if (this.isCalling || this.waiting.length === 0 || this.inWork >= mostInWork) return;
    this.isCalling = true;
    setImmediate(() => {
      this.isCalling = false;
      this.letIn(Math.min(mostInTurn, mostInWork - this.inWork));
      this.call();
    });
  }

  /** Who has gone takes nobody's turn. */
  private letIn(most: number): void {
    let entered = 0;
    while (entered < most) {
      const enter = this.waiting.shift();
      if (!enter) return;
      if (!enter()) continue;
      entered += 1;
      this.inWork += 1;
    }
  }
}

/**
 * Reads have no limit by visitor: they stand in line, and who comes when it is full is sent away as busy. So a crowd
 * that reads keeps no woman waiting who asks for help. She, whoever writes, and whoever asks if the service lives,
 * stand in no line.
 */
export function boundReads(fastify: FastifyInstance): void {
  const line = new Line();
  const inWork = new WeakSet<FastifyRequest>();

  fastify.addHook('onRequest', (request, reply, done) => {
    if (!reading.has(request.method) || health.has(request.url)) return done();
    if (line.isFull) return done(new Refusal('busy', { retryAfterSeconds }));
    line.wait(() => {
      if (request.raw.socket.destroyed) {
        reply.hijack();
        return false;
      }
      inWork.add(request);
      done();
      return true;
    });
  });
  // The work is done then, also for who has gone meanwhile. How long she takes to read the answer is not work.
  fastify.addHook('onSend', async (request) => {
    if (inWork.delete(request)) line.left();
  });
}
