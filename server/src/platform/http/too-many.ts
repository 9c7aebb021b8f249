import { RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './refusal';

/** For `consume(…).catch(…)`: what the limiter rejects with becomes a 429 that says when to return. */
export function refuseTooMany(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  throw new Refusal('too_many', {
    retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)),
  });
}
