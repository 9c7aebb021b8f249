import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';
import type { RingKey } from './keys';
import type { SealedColumn } from './sealed-column';

const nonceBytes = 12;
const tagBytes = 16;

/** A cell that was moved, cut or sealed with a key that is not in the ring. */
export class SealBroken extends Error {
  constructor(where: string) {
    super(`sealed value of ${where} does not open`);
  }
}

/** 96 random bits for one seal: two seals of one key with the same would lay both open. */
export const newNonce = (): Buffer => randomBytes(nonceBytes);

/** AES-256-GCM: nonce, tag and ciphertext in base64url. `context` is authenticated, not stored. */
export function sealWith(key: Buffer, context: string, text: string): string {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The reverse of `sealWith`. @throws SealBroken when key, context or bytes are not the same. */
export function openWith(key: Buffer, context: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken(context);
  }
}

/** Seals personal columns with the newest key of the ring; the key's id stands in the value. */
@Injectable()
export class Cipher {
  private readonly current: RingKey;
  private readonly ring: ReadonlyMap<string, Buffer>;
  private readonly indexKey: Buffer;

  constructor(config: Config) {
    const [current] = config.keys.ring;
    if (!current) throw new Error('the key ring is empty');
    this.current = current;
    this.ring = new Map(config.keys.ring.map(({ id, key }) => [id, key]));
    this.indexKey = config.keys.blindIndex;
  }

  /** Seals a value for one cell: moved to another row or column it does not open. */
  seal(column: SealedColumn, rowId: string, text: string): string {
    return `${this.current.id}.${sealWith(this.current.key, cell(column, rowId), text)}`;
  }

  /** @throws SealBroken */
  open(column: SealedColumn, rowId: string, sealed: string): string {
    const dot = sealed.indexOf('.');
    const key = this.ring.get(sealed.slice(0, dot));
    if (!key) throw new SealBroken(cell(column, rowId));
    return openWith(key, cell(column, rowId), sealed.slice(dot + 1));
  }

  /** Whether the value is sealed with the key that seals today. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${this.current.id}.`);
  }

  /** Start of a value sealed today: for finding those that are not. */
  get currentPrefix(): string {
    return `${this.current.id}.`;
  }

  /** A keyed hash for finding equal values in a sealed column. The value must be normalised first. */
  blindIndex(column: SealedColumn, text: string): string {
    return createHmac('sha256', this.indexKey)
      .update(`${column.table}.${column.column}\0${text}`)
      .digest('base64url');
  }
}

const cell = (column: SealedColumn, rowId: string): string =>
  `${column.table}.${column.column}.${rowId}`;
