import type { RefusalBody, SecondFactor, SecondFactorKey } from '@niangjia/shared';
import { TOTP, Secret } from 'otpauth';
import type { TestApp } from './app';

type Proof = SecondFactor & RefusalBody;

/** What an authenticator shows for the key at that moment. */
export const digitsOf = (key: string, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at });

/** Wrong now and half a minute either way. */
export function wrongDigits(key: string, at: number): string {
  const right = [-60_000, -30_000, 0, 30_000, 60_000].map((off) => digitsOf(key, at + off));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (digits) => !right.includes(digits),
  )!;
}

export const begin = (t: TestApp, token: string) =>
  t.http.post<SecondFactorKey & RefusalBody>('/me/second-factor/keys', {}, { token });

export const prove = (t: TestApp, token: string, digits: string) =>
  t.http.post<Proof>('/me/second-factor/proofs', { digits }, { token });

/** Sets up her second factor in this session; answers the key that is in use from now on. */
export async function anAuthenticator(t: TestApp, token: string): Promise<string> {
  const { body } = await begin(t, token);
  const proof = await prove(t, token, digitsOf(body.key, t.clock.now()));
  if (proof.status !== 200) throw new Error(JSON.stringify(proof.body));
  return body.key;
}
