import Taro from '@tarojs/taro';
import { base64url } from './base64url';

/** A key of 128 random bits for one act, so that repeating the act does it once. */
export const randomKey = (): Promise<string> =>
  new Promise((resolve, reject) => {
    void Taro.getRandomValues({
      length: 16,
      success: ({ randomValues }) => resolve(base64url(new Uint8Array(randomValues))),
      fail: reject,
    });
  });
