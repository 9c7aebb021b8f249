import { randomBytes } from 'node:crypto';
import type { Config } from '../config';
import { Cipher, newNonce, SealBroken } from './cipher';
import { sealedColumn } from './sealed-column';

const column = sealedColumn('person', 'name');
const other = sealedColumn('person', 'address');
const ringKey = (id: string) => ({ id, key: randomBytes(32) });
const blindIndex = randomBytes(32);
const cipherWith = (...ring: { id: string; key: Buffer }[]) =>
  new Cipher({ keys: { ring, blindIndex } } as unknown as Config);

describe('sealed columns', () => {
  const old = ringKey('k1');
  const cipher = cipherWith(old);

  it('open to what was sealed, emoji and all', () => {
    expect(cipher.open(column, 'row', cipher.seal(column, 'row', '林小梅👩‍👧\n'))).toBe('林小梅👩‍👧\n');
  });

  it('say nothing, and never the same thing twice', () => {
    const values = Array.from({ length: 10_000 }, () => cipher.seal(column, 'row', '林小梅'));
    expect(new Set(values).size).toBe(values.length);
    expect(values.some((value) => value.includes('林小梅'))).toBe(false);
  });

  it('draw a million nonces and none of them twice', () => {
    const nonces = new Set<string>();
    for (let drawn = 0; drawn < 1_000_000; drawn += 1) nonces.add(newNonce().toString('latin1'));

    expect(nonces.size).toBe(1_000_000);
    expect(newNonce()).toHaveLength(12);
  });

  it('do not open in another row, another column, or changed by a bit', () => {
    const sealed = cipher.seal(column, 'row', '林小梅');
    const changed = `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.at(-1)}`;

    expect(() => cipher.open(column, 'another', sealed)).toThrow(SealBroken);
    expect(() => cipher.open(other, 'row', sealed)).toThrow(SealBroken);
    expect(() => cipher.open(column, 'row', changed)).toThrow(SealBroken);
    expect(() => cipher.open(column, 'row', 'k1.')).toThrow(SealBroken);
  });

  it('open with an older key of the ring, and not without it', () => {
    const sealed = cipher.seal(column, 'row', '林小梅');
    const rotated = cipherWith(ringKey('k2'), old);

    expect(rotated.open(column, 'row', sealed)).toBe('林小梅');
    expect(rotated.isCurrent(sealed)).toBe(false);
    expect(() => cipherWith(ringKey('k2')).open(column, 'row', sealed)).toThrow(SealBroken);
  });

  it('find equal values by an index that differs from column to column', () => {
    expect(cipher.blindIndex(column, '13800000000')).toBe(cipher.blindIndex(column, '13800000000'));
    expect(cipher.blindIndex(column, '13800000000')).not.toBe(
      cipher.blindIndex(other, '13800000000'),
    );
  });
});
