import nacl from 'tweetnacl';
import { Chance } from './chance';

it('of a hundred thousand nonces of one seed none comes twice', () => {
  const chance = new Chance(new Uint8Array(32).fill(7));
  const nonces = new Set<string>();
  for (let drawn = 0; drawn < 100_000; drawn += 1)
    nonces.add(String.fromCharCode(...chance.bytes(nacl.secretbox.nonceLength)));

  expect(nonces.size).toBe(100_000);
});
