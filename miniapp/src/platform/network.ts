import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';

/** Whether the phone has a network at all; true until it says otherwise. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true);

  useEffect(() => {
    const hear = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected);
    Taro.getNetworkType()
      .then(({ networkType }) => setOnline(networkType !== 'none'))
      .catch(() => undefined);
    Taro.onNetworkStatusChange(hear);
    return () => Taro.offNetworkStatusChange(hear);
  }, []);
  return online;
}
