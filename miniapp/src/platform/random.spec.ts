import { webcrypto } from 'node:crypto';
import { base64url } from './base64url';
import { randomKey } from './random';

describe('a key for one act', () => {
  it('is written as RFC 4648 writes it', () => {
    const bytes = webcrypto.getRandomValues(new Uint8Array(64));
    for (let length = 0; length <= bytes.length; length += 1) {
      const part = bytes.slice(0, length);
      expect(base64url(part)).toBe(Buffer.from(part).toString('base64url'));
    }
  });

  it('carries 128 random bits', async () => {
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
    const keys = await Promise.all(Array.from({ length: 100 }, randomKey));

    expect(new Set(keys).size).toBe(100);
    expect(Buffer.from(keys[0] ?? '', 'base64url')).toHaveLength(16);
  });
});
