import nacl from 'tweetnacl';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const blockBytes = 32;
const latestMs = 2 ** 48 - 1;

/**
 * Unguessable bytes at once, from one seed of 32 bytes of `randomBytes`, which WeChat gives only by and by.
 * Each step hashes the seed into the next one and 32 bytes to give away, so that what was given cannot be
 * found again from what is left.
 */
export class Chance {
  constructor(private seed: Uint8Array) {
    if (seed.length < blockBytes) throw new Error('a seed has at least 32 bytes');
  }

  bytes(count: number): Uint8Array {
    const given = new Uint8Array(count);
    for (let at = 0; at < count; at += blockBytes)
      given.set(this.step().subarray(0, Math.min(blockBytes, count - at)), at);
    return given;
  }

  /** Decimal digits, each as likely as the others. */
  digits(count: number): string {
    let text = '';
    while (text.length < count)
      text += Array.from(this.bytes(blockBytes))
        .filter((byte) => byte < 250)
        .map((byte) => byte % 10)
        .join('');
    return text.slice(0, count);
  }

  /** A ULID of a moment (Unix ms). A clock that is wrong makes it sort wrongly and nothing else. */
  id(now: number): string {
    let left = Math.min(Math.max(Math.floor(now) || 0, 0), latestMs);
    let time = '';
    for (let at = 0; at < 10; at += 1) {
      time = crockford.charAt(left % 32) + time;
      left = Math.floor(left / 32);
    }
    return time + Array.from(this.bytes(16), (byte) => crockford.charAt(byte % 32)).join('');
  }

  private step(): Uint8Array {
    const hash = nacl.hash(this.seed);
    this.seed = hash.slice(0, blockBytes);
    return hash.slice(blockBytes);
  }
}
