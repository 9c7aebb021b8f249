import Taro from '@tarojs/taro';

/** Brings a part of the page into view. WeChat lets nobody move the focus. */
export function showPart(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, duration: 0 }).catch(() => undefined);
}
