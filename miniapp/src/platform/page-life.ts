import { useRef } from 'react';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';

/** Runs when she comes back to the page, not when it opens. */
export function useReturned(act: () => void): void {
  const opened = useRef(false);
  useDidShow(() => {
    if (opened.current) act();
    opened.current = true;
  });
}

/** Runs when she pulls the page down (`enablePullDownRefresh` in the page's config). */
export function usePulled(act: () => void): void {
  usePullDownRefresh(() => {
    act();
    Taro.stopPullDownRefresh();
  });
}
