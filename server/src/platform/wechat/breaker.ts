/** Failures in a row after which nobody asks for a while. */
const mostFailures = 5;
const restMs = 10_000;
/** On their way at once: a WeChat that hangs must not hold the memory of all who wait. */
const mostAtOnce = 100;

/** Stops asking a service that does not answer, so that those who wait are told at once. */
export class Breaker {
  private failures = 0;
  private askAgainAt = 0;
  private onTheirWay = 0;

  constructor(private readonly now: () => number) {}

  /** Undefined at once while the service rests; `work` throws when it did not answer. */
  async ask<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.onTheirWay >= mostAtOnce || this.now() < this.askAgainAt) return undefined;
    this.onTheirWay += 1;
    try {
      const answer = await work();
      this.failures = 0;
      return answer;
    } catch {
      this.failures += 1;
      if (this.failures >= mostFailures) this.askAgainAt = this.now() + restMs;
      return undefined;
    } finally {
      this.onTheirWay -= 1;
    }
  }
}
