import nacl from 'tweetnacl';
import { base64url, readBase64url } from './base64url';
import type { Chance } from './chance';
import type { Disk } from './disk';
import { readUtf8, utf8 } from './utf8';

const { nonceLength } = nacl.secretbox;
/** Below WeChat's 1 MB for each key even where two bytes are counted for a sign. */
const pieceChars = 400_000;
/** Before the generation and the number of pieces; not a letter of base64url. */
const mark = '~';

interface Given {
  disk: Disk;
  /** Of every key; ends with a slash. */
  prefix: string;
  /** 32 bytes. */
  key: Uint8Array;
  chance: Chance;
}

/** A record is there and does not open: another key, or a fault of the storage. */
export class Unreadable extends Error {}

/**
 * JSON values under names, encrypted (XSalsa20-Poly1305), however large. `put` is whole or not at all: what
 * is too large for one key is written beside the old value, and then the name is pointed at it.
 */
export class SealedRecords {
  constructor(private readonly given: Given) {}

  /** Undefined when there is none. Throws `Unreadable`. */
  get<T>(name: string): T | undefined {
    const head = this.given.disk.read(this.keyOf(name));
    if (head === undefined) return undefined;
    const text = head.startsWith(mark) ? this.piecesOf(name, head) : head;
    return this.open<T>(name, text);
  }

  /** Throws `StorageFull`; the old value is then still there. */
  put(name: string, value: unknown): void {
    const { disk } = this.given;
    const before = disk.read(this.keyOf(name));
    const text = this.seal(name, value);
    disk.write(this.keyOf(name), text.length > pieceChars ? this.writePieces(name, text) : text);
    if (before?.startsWith(mark)) remove(disk, pieceKeys(this.keyOf(name), before));
  }

  remove(name: string): void {
    const { disk } = this.given;
    const head = disk.read(this.keyOf(name));
    disk.remove(this.keyOf(name));
    if (head?.startsWith(mark)) remove(disk, pieceKeys(this.keyOf(name), head));
  }

  /** Of all records whose name begins so, in the order of the names. */
  names(beginning = ''): string[] {
    const { disk, prefix } = this.given;
    return disk
      .keys()
      .filter((key) => key.startsWith(prefix + beginning) && !key.includes(mark))
      .map((key) => key.slice(prefix.length))
      .sort();
  }

  /** Takes away pieces to which no name points: of a `put` or `remove` that was cut. */
  sweep(): void {
    const { disk, prefix } = this.given;
    const pointed = new Set(
      this.names().flatMap((name) => {
        const head = disk.read(this.keyOf(name)) ?? '';
        return head.startsWith(mark) ? pieceKeys(this.keyOf(name), head) : [];
      }),
    );
    const isLoose = (key: string) =>
      key.startsWith(prefix) && key.includes(mark) && !pointed.has(key);
    remove(disk, disk.keys().filter(isLoose));
  }

  private keyOf(name: string): string {
    return this.given.prefix + name;
  }

  private writePieces(name: string, text: string): string {
    const { disk, chance } = this.given;
    const count = Math.ceil(text.length / pieceChars);
    const head = `${mark}${base64url(chance.bytes(6))}${mark}${count}`;
    const keys = pieceKeys(this.keyOf(name), head);
    try {
      keys.forEach((key, at) =>
        disk.write(key, text.slice(at * pieceChars, (at + 1) * pieceChars)),
      );
    } catch (full) {
      remove(disk, keys);
      throw full;
    }
    return head;
  }

  private piecesOf(name: string, head: string): string {
    return pieceKeys(this.keyOf(name), head)
      .map((key) => this.given.disk.read(key) ?? '')
      .join('');
  }

  private seal(name: string, value: unknown): string {
    const { key, chance } = this.given;
    const nonce = chance.bytes(nonceLength);
    const box = nacl.secretbox(utf8(JSON.stringify([name, value])), nonce, key);
    const sealed = new Uint8Array(nonce.length + box.length);
    sealed.set(nonce);
    sealed.set(box, nonce.length);
    return base64url(sealed);
  }

  /** The name stands inside too, so that no record can be put in the place of another. */
  private open<T>(name: string, text: string): T {
    const sealed = readBase64url(text) ?? new Uint8Array();
    const box = sealed.subarray(nonceLength);
    const opened =
      sealed.length > nonceLength &&
      nacl.secretbox.open(box, sealed.subarray(0, nonceLength), this.given.key);
    if (!opened) throw new Unreadable(name);
    const [inside, value] = JSON.parse(readUtf8(opened)) as [string, T];
    if (inside !== name) throw new Unreadable(name);
    return value;
  }
}

const remove = (disk: Disk, keys: string[]): void => keys.forEach((key) => disk.remove(key));

function pieceKeys(key: string, head: string): string[] {
  const [, generation, count] = head.split(mark);
  return Array.from({ length: Number(count) }, (_, at) => `${key}${mark}${generation}${mark}${at}`);
}
