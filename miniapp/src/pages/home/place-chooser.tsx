import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { chooseMyPosition, type Place } from '@/features/womens-home/place';
import { goTo } from '@/platform/navigate';
import type { Position } from '@/platform/position';

const placeInWords = (place: Place): string => {
  if (place.kind === 'here') return '您现在的位置附近';
  return place.kind === 'town' ? `${place.town.name}附近` : '您在哪里？用定位或选乡镇都行。';
};

const instead: Record<Exclude<Position['kind'], 'here'>, string> = {
  refused: '没有定位也能找。选一下您在哪个乡镇。',
  unavailable: '没找到您的位置。选一下您在哪个乡镇。',
};

/** Where to look. Her position is asked for by her tap only; refused, the towns are there. */
export function PlaceChooser({ place }: { place: Place }) {
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Position['kind']>();
  const locate = () => {
    setBusy(true);
    void chooseMyPosition().then((kind) => {
      setFound(kind);
      setBusy(false);
    });
  };

  return (
    <View className="stack">
      <Text className="fact">{placeInWords(place)}</Text>
      {found && found !== 'here' && <Note title={instead[found]} />}
      <View className="row">
        <View className="row__part">
          <Button look="second" busy={busy} busyText="正在找" onTap={locate}>
            用我的位置
          </Button>
        </View>
        <View className="row__part">
          <Button look="second" onTap={() => goTo('/women/town/index')}>
            选乡镇
          </Button>
        </View>
      </View>
    </View>
  );
}
