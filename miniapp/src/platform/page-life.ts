import { useRef, type RefObject } from 'react';
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';

/** Runs when she comes back to the page, also where the part that asks for it came after the page had opened. */
export function useReturned(act: () => void): void {
  const away = useRef(false);
  useDidHide(() => {
    away.current = true;
  });
  useDidShow(() => {
    if (away.current) act();
    away.current = false;
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
