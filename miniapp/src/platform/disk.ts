import Taro from '@tarojs/taro';
import { roomTaken } from './room';

/** There is no room left on this phone for what was to be kept. Nothing was changed. */
export class StorageFull extends Error {
  constructor() {
    super('手机里放不下了。先别关这一页，连上网传完，或者清一清微信的空间再存。');
    this.name = 'StorageFull';
  }
}

/** Text under keys, kept over a closed app. Each call is whole or not at all. */
export interface Disk {
  read: (key: string) => string | undefined;
  /** Throws `StorageFull`. WeChat takes 1 MB under one key and 10 MB in all, a browser about 5 MB. */
  write: (key: string, text: string) => void;
  remove: (key: string) => void;
  keys: () => string[];
  /** The part of all room that is taken, 0 to 1. */
  taken: () => number;
}

export const thisPhone: Disk = {
  read: (key) => {
    const text: unknown = Taro.getStorageSync(key);
    return typeof text === 'string' && text !== '' ? text : undefined;
  },
  write: (key, text) => {
    try {
      Taro.setStorageSync(key, text);
    } catch {
      throw new StorageFull();
    }
  },
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => [...Taro.getStorageInfoSync().keys],
  taken: roomTaken,
};
