import Taro from '@tarojs/taro';

/** The words in the bar on top. On help pages they say nothing of what she is doing. */
export function setTitle(title: string): void {
  Taro.setNavigationBarTitle({ title }).catch(() => undefined);
}
