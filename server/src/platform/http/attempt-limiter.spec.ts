import { RateLimiterRes } from 'rate-limiter-flexible';
import { AttemptLimiter } from './attempt-limiter';
import type { Refusal } from './refusal';
import { refuseTooMany } from './too-many';

const wrong = async (): Promise<undefined> => undefined;
const right = async (): Promise<string> => 'her ticket';
const limiter = (byAddress: number, overall: number): AttemptLimiter =>
  new AttemptLimiter({
    byAddress: { points: byAddress, seconds: 60 },
    overall: { points: overall, seconds: 60 },
  });

async function refusedOf(tries: Promise<unknown>[]): Promise<number> {
  const ends = await Promise.allSettled(tries);
  return ends.filter(({ status }) => status === 'rejected').length;
}

test('guesses from one address stop before the slow work', async () => {
  const attempts = limiter(5, 1000);
  let worked = 0;
  const guess = async (): Promise<undefined> => void (worked += 1);

  const refused = await refusedOf(
    Array.from({ length: 20 }, () => attempts.attempt('1.1.1.1', guess)),
  );

  expect({ refused, worked }).toEqual({ refused: 15, worked: 5 });
});

test('a refusal says when to come back', async () => {
  const attempts = limiter(1, 1000);
  await attempts.attempt('1.1.1.1', wrong);

  const refusal = (await attempts
    .attempt('1.1.1.1', right)
    .catch((fault: Refusal) => fault)) as Refusal;

  expect(refusal.code).toBe('too_many');
  expect(refusal.details.retryAfterSeconds).toBeGreaterThan(0);
  expect(refusal.body.message).toBe('这里一下子来的人太多。等 1 分钟再试。');
});

test('and says it in minutes, rounded up', () => {
  const message = (msBeforeNext: number): string => {
    try {
      refuseTooMany(new RateLimiterRes(0, msBeforeNext));
    } catch (fault) {
      return (fault as Refusal).body.message;
    }
  };

  expect(message(7 * 60_000 + 1)).toContain('等 8 分钟再试。');
  expect(message(600_000)).toContain('等 10 分钟再试。');
  expect(message(0)).toContain('等 1 分钟再试。');
});

test('success gives the try back, so sixty women behind one address all read their answers', async () => {
  const attempts = limiter(5, 5);
  for (let woman = 0; woman < 60; woman += 1) {
    expect(await attempts.attempt('1.1.1.1', right)).toBe('her ticket');
  }
});

test('when guesses from everywhere used up the number over all, an address without failures gets in', async () => {
  const attempts = limiter(10, 100);
  for (let source = 0; source < 500; source += 1) {
    const address = `10.0.${source >> 8}.${source & 255}`;
    await refusedOf([attempts.attempt(address, wrong), attempts.attempt(address, wrong)]);
  }

  await expect(attempts.attempt('10.0.0.1', right)).rejects.toThrow('too_many');
  expect(await attempts.attempt('192.0.2.1', right)).toBe('her ticket');
});

test('work that could not be done is no guess: busy, or the database away', async () => {
  const attempts = limiter(1, 100);
  const crash = (): Promise<undefined> => Promise.reject(new Error('away'));
  await expect(attempts.attempt('1.1.1.1', crash)).rejects.toThrow('away');

  expect(await attempts.attempt('1.1.1.1', right)).toBe('her ticket');
});
