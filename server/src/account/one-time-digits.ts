import { secondFactorDigits } from '@niangjia/shared';
import { Secret, TOTP } from 'otpauth';

const issuer = '近邻娘家';
/** Her name stands in no authenticator: a phone lies about. */
const label = '工作人员';
const secretBytes = 20;
const stepMs = 30_000;
/** A phone's clock may be half a minute off, either way (RFC 6238 §5.2). */
const stepsOff = 1;

const ofKey = (key: string) =>
  new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(key),
    algorithm: 'SHA1',
    digits: secondFactorDigits,
    period: stepMs / 1000,
  });

/** Base32, as authenticators take it. */
export const newKey = (): string => new Secret({ size: secretBytes }).base32;

export const uriOf = (key: string): string => ofKey(key).toString();

/** The half minute, since 1970, to which the digits belong; undefined when they are not of this time. */
export function stepOf(key: string, digits: string, now: number): number | undefined {
  const off = ofKey(key).validate({ token: digits, timestamp: now, window: stepsOff });
  return off === null ? undefined : Math.floor(now / stepMs) + off;
}

/** When a step began: Unix ms. */
export const beginOf = (step: number): number => step * stepMs;
