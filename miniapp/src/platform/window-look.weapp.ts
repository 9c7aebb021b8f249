import { useEffect } from 'react';
import Taro, { useDidShow } from '@tarojs/taro';

/**
 * A help page is hidden from screenshots on Android and from recordings on iOS, where WeChat can do it
 * (base library 3.0.2). Nothing is promised: an older WeChat does nothing.
 */
export function useWindowLook(help: boolean): void {
  const hide = () => {
    const visualEffect = help ? 'hidden' : 'none';
    // Taro gives no promise for it everywhere.
    Promise.resolve(Taro.setVisualEffectOnCapture?.({ visualEffect })).catch(() => undefined);
  };
  useEffect(hide, [help]);
  useDidShow(hide);
}
