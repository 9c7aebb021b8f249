import { Map } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import type { HomesMapProps } from './homes-map-props';
import './homes-map.scss';

const pin = { iconPath: '/assets/tab/home-on.png', width: 32, height: 32 };

/** WeChat's own map. The list says the same in words. */
export function HomesMap({ homes, from, onChoose }: HomesMapProps) {
  const markers = homes.map(({ name, point }, index) => ({
    id: index,
    longitude: point.lng,
    latitude: point.lat,
    title: name,
    label: {
      content: `${index + 1}`,
      color: '#1F1A17',
      fontSize: 14,
      bgColor: '#FFFFFF',
      borderColor: '#8A8078',
      borderWidth: 1,
      borderRadius: 6,
      padding: 2,
      anchorX: 10,
      anchorY: -30,
      textAlign: 'center' as const,
    },
    ...pin,
  }));
  const points = [from, ...homes.map(({ point }) => point)].map(({ lng, lat }) => ({
    longitude: lng,
    latitude: lat,
  }));
  const choose = (id: string | number) => {
    const home = homes[Number(id)];
    if (home) onChoose(home.id);
  };
  return (
    <Map
      className="homes-map"
      longitude={from.lng}
      latitude={from.lat}
      markers={markers}
      includePoints={points}
      onMarkerTap={({ detail }) => choose(detail.markerId)}
      onError={() => undefined}
      {...a11y({ role: 'img', label: `地图，${homes.length} 个家的位置。同样的内容在列表里。` })}
    />
  );
}
