import Taro from '@tarojs/taro';

/** Runs when the phone has a network again. Returns what stops it. */
export function whenOnline(act: () => void): () => void {
  const hear = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) act();
  };
  Taro.onNetworkStatusChange(hear);
  return () => Taro.offNetworkStatusChange(hear);
}

/**
 * Runs when she comes back to the app. WeChat stops everything five seconds after she leaves it: what was on
 * its way then has ended with `fail interrupted`. Returns what stops it.
 */
export function whenShown(act: () => void): () => void {
  Taro.onAppShow(act);
  return () => Taro.offAppShow(act);
}
