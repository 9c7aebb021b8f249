import { Refusal } from '../platform/http/refusal';
import { SlowDerivation } from './slow-derivation';

const salt = Buffer.alloc(32, 1);

describe('slow derivations', () => {
  it('run two at a time, however many are asked for', async () => {
    let running = 0;
    let most = 0;
    const derivation = new SlowDerivation(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return salt;
    });

    await Promise.all(Array.from({ length: 50 }, () => derivation.derive('code', salt)));

    expect(most).toBe(2);
    expect(derivation.runs).toBe(50);
  });

  it('send away as busy what would wait too long, and take up again afterwards', async () => {
    const derivation = new SlowDerivation(async () => salt);

    const asked = Array.from({ length: 700 }, () => derivation.derive('code', salt));
    const outcomes = await Promise.allSettled(asked);

    const refused: unknown[] = [];
    for (const one of outcomes) if (one.status === 'rejected') refused.push(one.reason);
    expect(refused).toHaveLength(700 - 602);
    expect(refused[0]).toBeInstanceOf(Refusal);
    expect(refused[0]).toMatchObject({ code: 'busy', details: { retryAfterSeconds: 10 } });
    expect(await derivation.derive('code', salt)).toBe(salt);
  });

  it('free the place of one that failed', async () => {
    let fails = true;
    const derivation = new SlowDerivation(async () => {
      if (fails) throw new Error('no memory');
      return salt;
    });
    await Promise.allSettled([1, 2, 3, 4].map(() => derivation.derive('code', salt)));
    fails = false;

    expect(await derivation.derive('code', salt)).toBe(salt);
  });
});
