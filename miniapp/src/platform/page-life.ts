import { useRef, type RefObject } from 'react';
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';

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

/** Whether this page is the one before her: a browser keeps those below it alive. */
export function useShown(): RefObject<boolean> {
  const shown = useRef(true);
  useDidShow(() => {
    shown.current = true;
  });
  useDidHide(() => {
    shown.current = false;
  });
  return shown;
}
