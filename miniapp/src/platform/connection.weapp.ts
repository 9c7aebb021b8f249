import Taro from '@tarojs/taro';

/** Whether there is a network at all; true where WeChat does not know. */
export const isConnected = (): Promise<boolean> =>
  Taro.getNetworkType().then(
    ({ networkType }) => networkType !== 'none',
    () => true,
  );

/** Tells when the network comes and goes. Returns what stops it. */
export function watchConnection(hear: (connected: boolean) => void): () => void {
  const tell = ({ isConnected: connected }: { isConnected: boolean }) => hear(connected);
  Taro.onNetworkStatusChange(tell);
  return () => Taro.offNetworkStatusChange(tell);
}
