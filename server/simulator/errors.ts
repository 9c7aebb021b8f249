import { randomBytes } from 'node:crypto';

const words: Record<number, string> = {
  [-1]: 'system error',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  45011: 'api minute-quota reach limit  must slower  retry next minute',
};

/** WeChat says no with HTTP 200, a number, and an id to ask its support about. */
export function errorOf(errcode: number): { errcode: number; errmsg: string } {
  const [a, b] = [randomBytes(4).toString('hex'), randomBytes(8).toString('hex')];
  return {
    errcode,
    errmsg: `${words[errcode] ?? 'error'}, rid: ${a}-${b.slice(0, 8)}-${b.slice(8)}`,
  };
}
