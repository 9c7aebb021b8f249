import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countedAddress } from './address';
import { refuseTooMany } from './too-many';

interface Failures {
  points: number;
  seconds: number;
}

/**
 * Stops guessing of a secret by address and over all. A try is counted before the slow work begins and
 * given back when it succeeds or cannot be made. An address without failures always gets its try, so that a flood of
 * guesses from elsewhere cannot lock out the woman who has the right code.
 */
export class AttemptLimiter {
  private readonly byAddress: RateLimiterMemory;
  private readonly overall: RateLimiterMemory;

  constructor(limits: { byAddress: Failures; overall: Failures }) {
    const counter = ({ points, seconds }: Failures) =>
      new RateLimiterMemory({ points, duration: seconds });
    this.byAddress = counter(limits.byAddress);
    this.overall = counter(limits.overall);
  }

  /** Runs `work`; undefined from it is a failed guess. Refuses with `too_many`. */
  async attempt<T>(address: string, work: () => Promise<T | undefined>): Promise<T | undefined> {
    const key = countedAddress(address);
    await this.count(key);

    const found = await work().catch(async (fault: unknown) => {
      await this.giveBack(key);
      throw fault;
    });
    if (found !== undefined) await this.giveBack(key);
    return found;
  }

  private async count(key: string): Promise<void> {
    const { consumedPoints } = await this.byAddress.consume(key).catch(refuseTooMany);
    if (consumedPoints === 1) {
      await this.overall.penalty('all');
      return;
    }
    await this.overall.consume('all').catch(refuseTooMany);
  }

  private async giveBack(key: string): Promise<void> {
    await this.byAddress.reward(key);
    await this.overall.reward('all');
  }
}
