import { scrypt } from 'node:crypto';
import { Refusal } from '../platform/http/refusal';

/** About 60 ms and 16 MB each on the machine this was measured on (two cores, 2026). */
const cost = { N: 2 ** 14, r: 8, p: 1 };
const keyBytes = 32;

const atOnce = 2;
/** Two hundred requests at once wait; what would wait longer than a woman does is sent away. */
const mostWaiting = 600;
const retryAfterSeconds = 10;

type Derive = (secret: string, salt: Buffer) => Promise<Buffer>;

const scrypted: Derive = (secret, salt) =>
  new Promise((resolve, reject) =>
    scrypt(secret, salt, keyBytes, cost, (fault, key) => (fault ? reject(fault) : resolve(key))),
  );

/**
 * Scrypt, two at a time: it runs in the four threads that Node has for everything, and four of them would
 * stop every file and every name look-up. What comes when the queue is full is refused as `busy`.
 */
export class SlowDerivation {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** How many were ever run: a hit and a miss must cost the same number. */
  runs = 0;

  constructor(private readonly work: Derive = scrypted) {}

  async derive(secret: string, salt: Buffer): Promise<Buffer> {
    await this.enter();
    try {
      this.runs += 1;
      return await this.work(secret, salt);
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= mostWaiting) throw new Refusal('busy', { retryAfterSeconds });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place goes straight to the next in the queue. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
