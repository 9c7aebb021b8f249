import Taro from '@tarojs/taro';

/** The part of WeChat's room for this mini-program that is taken, 0 to 1. */
export function roomTaken(): number {
  const { currentSize, limitSize } = Taro.getStorageInfoSync();
  return limitSize > 0 ? currentSize / limitSize : 0;
}
