import Taro from '@tarojs/taro';

/** Copies a text; false when the system does not let it. */
export async function copy(text: string): Promise<boolean> {
  return Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
}
