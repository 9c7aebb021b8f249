import { Secret, TOTP } from 'otpauth';

/** What an authenticator shows for the key at that moment. */
export const digitsOf = (key: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp });
