import Taro from '@tarojs/taro';
import { clearAll } from './leaving';

/**
 * Leaves at once: empty pages, then a page about the weather alone on the stack, then out of the
 * mini-program. WeChat lets a mini-program close itself only inside a tap, so nothing is awaited.
 */
export function leaveNow(): void {
  clearAll();
  void Taro.reLaunch({ url: '/pages/weather/index' });
  Taro.exitMiniProgram?.().catch(() => undefined);
}

/** WeChat on a phone has no keys. */
export const useLeaveByKey = (): void => undefined;

/** Needed in a browser only, where “back” could show the page again. */
export const guardReturn = (): void => undefined;
