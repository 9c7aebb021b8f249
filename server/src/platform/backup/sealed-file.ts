import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { RingKey } from '../crypto/keys';
import { StartFault } from '../start-fault';

const chunkBytes = 256 * 1024;
const tagBytes = 16;
const mostHeaderBytes = 200;
const headerOf = /^niangjia-backup-1 ([a-z0-9]{1,16}) ([\w-]{43})\n/;

const damaged = (): StartFault =>
  new StartFault('The backup is damaged or cut off: nothing of it was used. Take another one.');

const keyOf = ({ key }: RingKey, salt: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'base64url'), 'backup', 32));

/** Each piece has its number and whether it is the last, so that none can be moved or cut off. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

/** Pieces of just so many bytes, but for the last, which may be empty. */
async function* pieces(
  from: AsyncIterable<Buffer>,
  bytes: number,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let rest = Buffer.alloc(0);
  for await (const some of from) {
    rest = Buffer.concat([rest, some]);
    for (; rest.length > bytes; rest = rest.subarray(bytes))
      yield { piece: rest.subarray(0, bytes), isLast: false };
  }
  yield { piece: rest, isLast: true };
}

/** AES-256-GCM in pieces, under a key of its own made from the newest of the ring. */
export async function* seal(plain: AsyncIterable<Buffer>, ring: readonly RingKey[]) {
  const [current] = ring;
  const salt = randomBytes(32).toString('base64url');
  const header = Buffer.from(`niangjia-backup-1 ${current!.id} ${salt}\n`);
  const key = keyOf(current!, salt);
  yield header;
  let number = 0;
  for await (const { piece, isLast } of pieces(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(header);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** The reverse. @throws StartFault when a bit is not as it was written, or the key is not in the ring. */
export async function* open(sealed: AsyncIterable<Buffer>, ring: readonly RingKey[]) {
  const { header, key, rest } = await begin(sealed, ring);
  let number = 0;
  for await (const { piece, isLast } of pieces(rest, chunkBytes + tagBytes)) {
    yield openPiece(piece, key, nonceOf(number, isLast), header);
    number += 1;
  }
}

function openPiece(piece: Buffer, key: Buffer, nonce: Buffer, header: Buffer): Buffer {
  const end = piece.length - tagBytes;
  try {
    const options = { authTagLength: tagBytes };
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, options).setAAD(header);
    decipher.setAuthTag(piece.subarray(end));
    return Buffer.concat([decipher.update(piece.subarray(0, end)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

async function begin(sealed: AsyncIterable<Buffer>, ring: readonly RingKey[]) {
  const from = sealed[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < mostHeaderBytes) {
    const next = await from.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  const [line, id, salt] =
    headerOf.exec(start.subarray(0, mostHeaderBytes).toString('latin1')) ?? [];
  if (line === undefined || salt === undefined) throw new StartFault('This file is not a backup.');
  const ringKey = ring.find((one) => one.id === id);
  if (!ringKey) throw new StartFault(`The backup needs the key ${id} in KEY_RING.`);

  async function* rest(): AsyncGenerator<Buffer> {
    yield start.subarray(line!.length);
    for (let next = await from.next(); !next.done; next = await from.next()) yield next.value;
  }
  return { header: Buffer.from(line), key: keyOf(ringKey, salt), rest: rest() };
}
