import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../config';
import { countedAddress } from './address';
import { refuseTooMany } from './too-many';
import type { ApiRequest } from './request';

interface LimitRule {
  points: number;
  seconds: number;
  /** `visitor` is the session where there is one, else the address. */
  by: 'visitor' | 'everyone';
}

/**
 * Sixty women behind one public address must get through, so numbers by address are wide, and what
 * stops a flood is the number for everyone.
 */
const limits = {
  write: [{ points: 120, seconds: 60, by: 'visitor' }],
  ask: [
    { points: 600, seconds: 600, by: 'visitor' },
    { points: 6000, seconds: 600, by: 'everyone' },
  ],
  claim: [{ points: 3000, seconds: 600, by: 'visitor' }],
  // Opening fifty boxes is a tenth of a second of the one processor.
  sealed: [
    { points: 200, seconds: 600, by: 'visitor' },
    { points: 2000, seconds: 600, by: 'everyone' },
  ],
  sign_in: [
    { points: 600, seconds: 600, by: 'visitor' },
    { points: 6000, seconds: 600, by: 'everyone' },
  ],
} as const satisfies Record<string, readonly LimitRule[]>;

export type LimitName = keyof typeof limits;

const limitKey = 'niangjia:limit';

/** Names the limit of a route. Without it a writing route has `write` and a reading one none. */
export const Limit = (name: LimitName) => SetMetadata(limitKey, name);

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

function limitOf(handler: object, method: string): LimitName | undefined {
  const named = Reflect.getMetadata(limitKey, handler) as LimitName | undefined;
  return named ?? (reading.has(method) ? undefined : 'write');
}

const visitorOf = ({ person, ip }: ApiRequest): string => person?.sessionId ?? countedAddress(ip);

/** Counts requests in this process; 429 with `Retry-After` above the limit. */
@Injectable()
export class LimitGuard implements CanActivate {
  private readonly counters = new Map<LimitRule, RateLimiterMemory>();

  constructor(config: Config) {
    for (const rule of Object.values<readonly LimitRule[]>(limits).flat()) {
      const points = Math.ceil(rule.points * config.limitFactor);
      this.counters.set(rule, new RateLimiterMemory({ points, duration: rule.seconds }));
    }
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const name = limitOf(context.getHandler(), request.method);
    if (name === undefined) return true;

    for (const rule of limits[name]) {
      const key = rule.by === 'visitor' ? visitorOf(request) : 'everyone';
      await this.counters.get(rule)?.consume(key).catch(refuseTooMany);
    }
    return true;
  }
}
