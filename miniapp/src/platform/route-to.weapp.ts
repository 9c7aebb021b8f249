import Taro from '@tarojs/taro';
import type { Destination, Shown } from './destination';

/** Opens WeChat's own map, which leads to the map app she has. */
export async function routeTo({ name, address, point }: Destination): Promise<Shown> {
  return Taro.openLocation({ name, address, longitude: point.lng, latitude: point.lat }).then(
    () => 'map' as const,
    () => 'none' as const,
  );
}
