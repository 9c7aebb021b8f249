import { Text, View } from '@tarojs/components';
import type { NearestHome } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Listen } from '@/components/listen';
import { Tag } from '@/components/tag';
import { Tap } from '@/components/tap';
import { goTo } from '@/platform/navigate';
import { CallAndRoute } from './call-and-route';
import { distanceInWords, openInWords, openThenInWords, openTone } from './home-words';
import './womens-home.scss';

interface Props {
  home: NearestHome;
  /** Left out when the distance is from the middle of a town and not from her. */
  withDistance: boolean;
  /** The number of its pin on the map. */
  number?: number;
  /** The list holds what is open at this moment, RFC 3339; it does not say what is open now. */
  openAt?: string;
}

/** One home in the list: enough to decide, call or go; a tap opens its card. */
export function HomeItem({ home, withDistance, number, openAt }: Props) {
  const now = Date.now();
  const open = openAt ? openThenInWords(home, openAt) : openInWords(home, now);
  const distance = withDistance ? distanceInWords(home.distanceMetres) : undefined;
  const address = home.pointIsInvented ? `${home.address}，示例位置` : home.address;
  const heard = [home.name, open, distance, address].filter(Boolean).join('，');
  return (
    <Card>
      <Tap
        className="home-item"
        role="link"
        label={`${heard}，看详情`}
        onTap={() => goTo('/women/womens-home/index', { id: home.id })}
      >
        <View className="strong">
          <Text>{number === undefined ? home.name : `${number}. ${home.name}`}</Text>
        </View>
        <View className="home-item__tags">
          <Tag tone={openAt ? 'plain' : openTone(home, now)}>{open}</Tag>
          {distance && <Tag>{distance}</Tag>}
          {home.pointIsInvented && <Tag tone="info">示例位置</Tag>}
        </View>
        <View className="note">
          <Text>{home.address}</Text>
        </View>
      </Tap>
      <Listen elderOnly text={heard} about={home.name} />
      <CallAndRoute home={home} />
    </Card>
  );
}
