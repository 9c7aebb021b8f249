import { useEffect, useState } from 'react';
import { isConnected, watchConnection } from './connection';

/** Whether the phone has a network at all; true until it says otherwise. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true);

  useEffect(() => {
    void isConnected().then(setOnline);
    return watchConnection(setOnline);
  }, []);
  return online;
}
