import Taro from '@tarojs/taro';
import type { Position } from './position';

/** Asks WeChat for a blurred position; WeChat asks her first. Never throws. */
export async function whereSheIs(): Promise<Position> {
  try {
    const { longitude, latitude } = await Taro.getFuzzyLocation({ type: 'gcj02' });
    return { kind: 'here', point: { lng: longitude, lat: latitude } };
  } catch (error) {
    const said = String((error as { errMsg?: string }).errMsg);
    return { kind: /deny|denied|authorize/.test(said) ? 'refused' : 'unavailable' };
  }
}
