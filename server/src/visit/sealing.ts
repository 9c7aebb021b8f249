import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import nacl from 'tweetnacl';
import { Config } from '../platform/config';

const { publicKeyLength, nonceLength, secretKeyLength } = nacl.box;
const purpose = 'niangjia: facts sealed on a phone';
const tokenBytes = 32;

/** Each key of the ring gives a pair, for as long as the ring holds it: nothing more has to be kept. */
@Injectable()
export class Sealing {
  private readonly pairs: ReadonlyMap<string, nacl.BoxKeyPair>;
  /** By which phones seal from now on. */
  readonly current: { id: string; publicKey: string };

  constructor({ keys: { ring } }: Config) {
    this.pairs = new Map(ring.map(({ id, key }) => [id, pairOf(key)]));
    const id = ring[0]!.id;
    const { publicKey } = this.pairs.get(id)!;
    this.current = { id, publicKey: Buffer.from(publicKey).toString('base64url') };
  }

  /** What a phone sealed, as text; undefined when it does not open, for whatever reason. */
  open(keyId: string, box: string): string | undefined {
    const pair = this.pairs.get(keyId);
    const bytes = new Uint8Array(Buffer.from(box, 'base64url'));
    if (!pair || bytes.length < publicKeyLength + nonceLength) return undefined;
    const ephemeral = bytes.subarray(0, publicKeyLength);
    const nonce = bytes.subarray(publicKeyLength, publicKeyLength + nonceLength);
    const sealed = bytes.subarray(publicKeyLength + nonceLength);
    const opened = nacl.box.open(sealed, nonce, ephemeral, pair.secretKey);
    return opened ? Buffer.from(opened).toString('utf8') : undefined;
  }
}

function pairOf(ringKey: Buffer): nacl.BoxKeyPair {
  const secret = hkdfSync('sha256', ringKey, '', purpose, secretKeyLength);
  return nacl.box.keyPair.fromSecretKey(new Uint8Array(secret));
}

export const newToken = (): string => randomBytes(tokenBytes).toString('base64url');

export const tokenHashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');
