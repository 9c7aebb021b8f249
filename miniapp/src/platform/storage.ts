import Taro from '@tarojs/taro';

const draftPrefix = 'draft:';

/** Reads a value kept on this phone; undefined when there is none. Never throws. */
export function stored<T>(key: string): T | undefined {
  const value: T | '' | undefined = Taro.getStorageSync(key);
  return value === '' ? undefined : value;
}

/** Keeps a JSON value on this phone. WeChat's limit is 10 MB in all. */
export function keep(key: string, value: unknown): void {
  Taro.setStorageSync(key, value);
}

export function forget(key: string): void {
  Taro.removeStorageSync(key);
}

/** Of everything that is kept. */
export const storedKeys = (): string[] => [...Taro.getStorageInfoSync().keys];

/** The key of something unfinished. All drafts go when she leaves in a hurry. */
export const draftKey = (name: string): string => draftPrefix + name;

export function forgetDrafts(): void {
  const drafts = storedKeys().filter((key) => key.startsWith(draftPrefix));
  drafts.forEach(forget);
}
