/** Failures in a row after which the service is left alone, then asked by one before all others. */
const mostFailures = 5;
const firstRestMs = 1000;
const longestRestMs = 10_000;
/** On their way at once: a WeChat that hangs must not hold the memory of all who wait. */
const mostAtOnce = 100;
/** Behind them, in the order in which they came. */
const mostInLine = 500;

type Call = (isTheirTurn: boolean) => void;

/** Lets a crowd wait a little for a slow service, and leaves one alone that does not answer. */
export class Breaker {
  private failures = 0;
  private onTheirWay = 0;
  private restMs = 0;
  private rest?: NodeJS.Timeout;
  private readonly line = new Set<Call>();

  /** `mostWaitMs`: after which whoever waits in line is told that it is busy. */
  constructor(private readonly mostWaitMs: number) {}

  /**
   * Undefined when there was no turn in time or `work` threw, as it does when nobody answers. `work` is
   * told for how many ms its turn was waited for.
   */
  async ask<T>(work: (waitedMs: number) => Promise<T>): Promise<T | undefined> {
    const cameAt = performance.now();
    if (!(await this.turn())) return undefined;
    try {
      const answer = await work(performance.now() - cameAt);
      this.wakeUp();
      return answer;
    } catch {
      this.fail();
      return undefined;
    } finally {
      this.onTheirWay -= 1;
      this.callNext();
    }
  }

  private turn(): Promise<boolean> {
    return new Promise((resolve) => {
      const call: Call = (isTheirTurn) => {
        clearTimeout(limit);
        this.line.delete(call);
        resolve(isTheirTurn);
      };
      const limit = setTimeout(() => call(false), this.mostWaitMs);
      if (this.line.size >= mostInLine || this.restsTooLong()) return call(false);
      this.line.add(call);
      this.callNext();
    });
  }

  private callNext(): void {
    for (const call of this.line) {
      if (this.onTheirWay >= this.room()) return;
      this.onTheirWay += 1;
      call(true);
    }
  }

  private room(): number {
    if (this.rest) return 0;
    return this.failures >= mostFailures ? 1 : mostAtOnce;
  }

  private restsTooLong = (): boolean => this.rest !== undefined && this.restMs > this.mostWaitMs;

  private fail(): void {
    this.failures += 1;
    if (this.failures < mostFailures || this.rest) return;
    this.restMs = Math.min(this.restMs * 2 || firstRestMs, longestRestMs);
    this.rest = setTimeout(() => {
      this.rest = undefined;
      this.callNext();
    }, this.restMs).unref();
    if (this.restsTooLong()) this.line.forEach((call) => call(false));
  }

  private wakeUp(): void {
    clearTimeout(this.rest);
    [this.rest, this.restMs, this.failures] = [undefined, 0, 0];
  }
}
