import { createHmac, hkdfSync } from 'node:crypto';
import { openWith, sealWith } from '../crypto/cipher';
import { Refusal } from './refusal';
import type { ApiRequest } from './request';

const keyName = 'idempotency-key';
const anyKey = /^[\x21-\x7e]{1,128}$/;
/** Without a session the key alone opens the reply: at least 128 bits, 22 characters of 6 bits. */
const strongKey = /^[\x21-\x7e]{22,128}$/;
const fewestDistinct = 8;

const isStrong = (key: string): boolean =>
  strongKey.test(key) && new Set(key).size >= fewestDistinct;

function refuse(say: string): never {
  throw new Refusal('bad_input', { fields: { [keyName]: say } });
}

/** The request's `Idempotency-Key`, checked; undefined when there is none. */
export function readKey(request: ApiRequest): string | undefined {
  const key = request.headers[keyName];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !anyKey.test(key))
    refuse('这个编号要 1 到 128 个英文字母、数字或符号。');
  if (!request.person && !isStrong(key))
    refuse('没有登录时，这个编号要 22 到 128 个随机的字母、数字或符号。');
  return key;
}

const mac = (secret: Buffer, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

/** What is derived from a key: nothing kept opens a reply without the key itself. */
export class KeyUse {
  readonly id: string;
  readonly bodyMark: string;
  private readonly sealKey: Buffer;

  constructor(key: string, request: ApiRequest, pepper: Buffer) {
    const asker = request.person?.accountId ?? '';
    const route = `${request.method} ${request.url.split('?')[0]}`;
    const derive = (use: string): Buffer =>
      Buffer.from(hkdfSync('sha256', key, pepper, `${use}\0${asker}\0${route}`, 32));

    this.id = mac(derive('id'), 'idempotency');
    this.bodyMark = mac(derive('body'), JSON.stringify(request.body) ?? '');
    this.sealKey = derive('reply');
  }

  seal(reply: unknown): string {
    return sealWith(this.sealKey, this.id, JSON.stringify(reply));
  }

  open(sealedReply: string): unknown {
    return JSON.parse(openWith(this.sealKey, this.id, sealedReply));
  }
}
