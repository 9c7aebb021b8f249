import Taro from '@tarojs/taro';

/** Opens the dialler with the number. Show the number too: a PC has no dialler. */
export function dial(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
