import { RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './refusal';

/** For `consume(…).catch(…)`: what the limiter rejects with becomes a 429 that says when to return. */
export function refuseTooMany(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  throw new Refusal('too_many', {
    retryAfterSeconds,
    message: `这里一下子来的人太多。等 ${minutes} 分钟再试。`,
  });
}
