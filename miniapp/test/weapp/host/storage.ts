export type Storage = Map<string, unknown>;

const keyLimitBytes = 1_000_000;
const limitKb = 10_240;

/** Measures what is kept; a text that is there already only once, so that ten megabytes can be filled. */
class Scales {
  private readonly texts = new Map<string, { text: string; bytes: number }>();

  bytesOf(key: string, value: unknown): number {
    const known = this.texts.get(key);
    if (known && known.text === value) return known.bytes;
    const bytes = Buffer.byteLength(key + JSON.stringify(value ?? ''));
    if (typeof value === 'string') this.texts.set(key, { text: value, bytes });
    return bytes;
  }

  bytesOfAll(storage: Storage): number {
    let sum = 0;
    storage.forEach((value, key) => (sum += this.bytesOf(key, value)));
    return sum;
  }
}

/** What WeChat keeps: 1 MB under one key, 10 MB in all, each write whole or refused. */
export const storageOf = (storage: Storage, scales = new Scales()) => ({
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    const before = storage.has(key) ? scales.bytesOf(key, storage.get(key)) : 0;
    const all = scales.bytesOfAll(storage);
    const bytes = scales.bytesOf(key, value);
    if (bytes > keyLimitBytes) throw full('entry size limit reached');
    if (all - before + bytes > limitKb * 1024) throw full('exceed storage max size 10Mb');
    storage.set(key, value);
  },
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(scales.bytesOfAll(storage) / 1024),
    limitSize: limitKb,
  }),
});

const full = (why: string): Error => {
  const errMsg = `setStorageSync:fail ${why}`;
  return Object.assign(new Error(errMsg), { errMsg });
};
