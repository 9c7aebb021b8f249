import Taro from '@tarojs/taro';
import { base64url } from './base64url';

/** Bytes that nobody can guess. */
export const randomBytes = (count: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    void Taro.getRandomValues({
      length: count,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    });
  });

/** A key of 128 random bits for one act, so that repeating the act does it once. */
export const randomKey = async (): Promise<string> => base64url(await randomBytes(16));
