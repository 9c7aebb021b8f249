import Taro from '@tarojs/taro';
import { watchConnection } from './connection';

/** Runs when the phone has a network again. Returns what stops it. */
export const whenOnline = (act: () => void): (() => void) =>
  watchConnection((connected) => {
    if (connected) act();
  });

/**
 * Runs when she comes back to the app. WeChat stops everything five seconds after she leaves it: what was on
 * its way then has ended with `fail interrupted`. Returns what stops it.
 */
export function whenShown(act: () => void): () => void {
  Taro.onAppShow(act);
  return () => Taro.offAppShow(act);
}
