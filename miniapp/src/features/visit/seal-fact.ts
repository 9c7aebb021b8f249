import nacl from 'tweetnacl';
import type { FieldFact, SealingKey } from '@niangjia/shared';
import { base64url, readBase64url } from '@/platform/base64url';
import type { Chance } from '@/platform/chance';
import { utf8 } from '@/platform/utf8';
import type { Sealed } from './sealed-shelf';

interface Sealing {
  key: SealingKey;
  accountId: string;
  chance: Chance;
}

/** As `SealedFact` says: ephemeral public key, nonce, `nacl.box`. Throws when the service's key is none. */
export function sealFact(
  fact: FieldFact,
  written: Pick<Sealed, 'at' | 'offsetMs'>,
  { key, accountId, chance }: Sealing,
): Sealed {
  const theirs = readBase64url(key.publicKey) ?? new Uint8Array();
  const own = nacl.box.keyPair.fromSecretKey(chance.bytes(nacl.box.secretKeyLength));
  const nonce = chance.bytes(nacl.box.nonceLength);
  const words = utf8(JSON.stringify({ accountId, submitToken: key.submitToken, fact }));
  const box = nacl.box(words, nonce, theirs, own.secretKey);
  const whole = new Uint8Array([...own.publicKey, ...nonce, ...box]);
  return { id: fact.id, keyId: key.id, box: base64url(whole), ...written };
}
