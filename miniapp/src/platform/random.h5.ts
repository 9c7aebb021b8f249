import { base64url } from './base64url';

/** A key of 128 random bits for one act, so that repeating the act does it once. */
export const randomKey = async (): Promise<string> =>
  base64url(crypto.getRandomValues(new Uint8Array(16)));
