import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { caseTicketLimits, readClaimCode } from '@niangjia/shared';
import { Config } from '../platform/config';
import { AttemptLimiter } from '../platform/http/attempt-limiter';
import { Refusal } from '../platform/http/refusal';
import { SlowDerivation } from './slow-derivation';

/** What a claim code opens: the row it finds and the key that unwraps the ticket's own key. */
export interface Claim {
  lookup: string;
  key: Buffer;
}

export interface NewClaim extends Claim {
  digits: string;
}

/** Failed tries. The arithmetic stands in docs/adr: both numbers are far above what guessing needs. */
const failures = {
  byAddress: { points: 200, seconds: 600 },
  overall: { points: 2000, seconds: 600 },
};

const newDigits = (): string =>
  Array.from({ length: caseTicketLimits.claimCodeDigits }, () => randomInt(10)).join('');

/** Claim codes: made here, shown once, known afterwards only by two slow derivations. */
@Injectable()
export class ClaimCodes {
  readonly derivation = new SlowDerivation();
  private readonly limiter: AttemptLimiter;

  constructor(private readonly config: Config) {
    const times = ({ points, seconds }: { points: number; seconds: number }) => ({
      points: points * config.limitFactor,
      seconds,
    });
    this.limiter = new AttemptLimiter({
      byAddress: times(failures.byAddress),
      overall: times(failures.overall),
    });
  }

  make(): Promise<NewClaim> {
    return this.take(newDigits());
  }

  /** Twenty digits that were made elsewhere. */
  async take(digits: string): Promise<NewClaim> {
    return { digits, ...(await this.derive(digits)) };
  }

  /**
   * Finds what the code opens. Both derivations run whether it is there or not, so that the time tells
   * nothing. Refuses with `claim_code_not_found`, and with `too_many` before any derivation.
   */
  async open<T>(
    address: string,
    typed: string,
    find: (claim: Claim) => Promise<T | undefined>,
  ): Promise<{ claim: Claim; found: T }> {
    const digits = readClaimCode(typed);
    if (digits === undefined) {
      throw new Refusal('bad_input', { fields: { claimCode: '领取码是 20 个数字。再对一对。' } });
    }
    const opened = await this.limiter.attempt(address, async () => {
      const claim = await this.derive(digits);
      const found = await find(claim);
      return found === undefined ? undefined : { claim, found };
    });
    if (opened === undefined) throw new Refusal('claim_code_not_found');
    return opened;
  }

  private async derive(digits: string): Promise<Claim> {
    const { pepper, claimSalts } = this.config.keys;
    const secret = createHmac('sha256', pepper).update(digits).digest('base64url');
    const [lookup, key] = await Promise.all([
      this.derivation.derive(secret, claimSalts.id),
      this.derivation.derive(secret, claimSalts.key),
    ]);
    return { lookup: lookup.toString('base64url'), key };
  }
}
