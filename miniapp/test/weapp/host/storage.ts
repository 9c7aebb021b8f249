export type Storage = Map<string, unknown>;

const keyLimitBytes = 1_000_000;
const limitKb = 10_240;

const bytesOf = (key: string, value: unknown): number =>
  Buffer.byteLength(key + JSON.stringify(value ?? ''));

const sizeOf = (storage: Storage): number =>
  [...storage].reduce((sum, [key, value]) => sum + bytesOf(key, value), 0);

/** What WeChat keeps: 1 MB under one key, 10 MB in all, each write whole or refused. */
export const storageOf = (storage: Storage) => ({
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (bytesOf(key, value) > keyLimitBytes) throw full('entry size limit reached');
    const before = storage.has(key) ? bytesOf(key, storage.get(key)) : 0;
    const bytes = sizeOf(storage) - before + bytesOf(key, value);
    if (bytes > limitKb * 1024) throw full('exceed storage max size 10Mb');
    storage.set(key, value);
  },
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(sizeOf(storage) / 1024),
    limitSize: limitKb,
  }),
});

const full = (why: string): Error => {
  const errMsg = `setStorageSync:fail ${why}`;
  return Object.assign(new Error(errMsg), { errMsg });
};
