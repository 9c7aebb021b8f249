import { type Disk, StorageFull } from '@/platform/disk';
import { storageOf, type Storage } from '../weapp/host/storage';

/** The storage on which the WeChat build is walked, as the phone's own code sees it. */
export function wechatDisk(storage: Storage): Disk & { size: () => number } {
  const wx = storageOf(storage);
  const room = () => wx.getStorageInfoSync();
  return {
    read: (key) => storage.get(key) as string | undefined,
    write: (key, text) => {
      try {
        wx.setStorageSync(key, text);
      } catch {
        throw new StorageFull();
      }
    },
    remove: wx.removeStorageSync,
    keys: () => [...storage.keys()],
    taken: () => room().currentSize / room().limitSize,
    size: () => room().currentSize * 1024,
  };
}
