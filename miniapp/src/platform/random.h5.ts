import { base64url } from './base64url';

/** Bytes that nobody can guess. */
export const randomBytes = async (count: number): Promise<Uint8Array> =>
  crypto.getRandomValues(new Uint8Array(count));

/** A key of 128 random bits for one act, so that repeating the act does it once. */
export const randomKey = async (): Promise<string> => base64url(await randomBytes(16));
