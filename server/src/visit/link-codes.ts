import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readClaimCode } from '@niangjia/shared';
import { Config } from '../platform/config';
import { AttemptLimiter } from '../platform/http/attempt-limiter';
import { Refusal } from '../platform/http/refusal';

/** Failed tries, as for claim codes: 66 bits leave both numbers far above what guessing needs. */
const failures = {
  byAddress: { points: 200, seconds: 600 },
  overall: { points: 2000, seconds: 600 },
};

/** The digits on the card that a woman was given. Only their keyed hash is kept. */
@Injectable()
export class LinkCodes {
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

  /** One derivation, not a slow one: a card opens a name and an ending, never what was said at a visit. */
  markOf(digits: string): string {
    return createHmac('sha256', this.config.keys.pepper)
      .update(`visit_link.code_mark\0${digits}`)
      .digest('base64url');
  }

  /** Refuses with `link_code_not_found`, and with `too_many` before any look. */
  async open<T>(
    address: string,
    typed: string,
    find: (codeMark: string) => Promise<T | null>,
  ): Promise<T> {
    const digits = readClaimCode(typed);
    if (digits === undefined)
      throw new Refusal('bad_input', { fields: { linkCode: '联系卡上是 20 个数字。再对一对。' } });
    const found = await this.limiter.attempt(
      address,
      async () => (await find(this.markOf(digits))) ?? undefined,
    );
    if (found === undefined) throw new Refusal('link_code_not_found');
    return found;
  }
}
