import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Tap } from '@/components/tap';
import { goTo } from '@/platform/navigate';
import type { Position } from '@/platform/position';
import { chooseMyPosition, type Place } from './place';
import './womens-home.scss';

const instead: Record<Exclude<Position['kind'], 'here'>, string> = {
  refused: '没有定位也能找。选一下您在哪个乡镇。',
  unavailable: '没找到您的位置。选一下您在哪个乡镇。',
};

/** Where to look. Once that is known it takes one line, so that the homes come into view. */
export function PlaceChooser({ place }: { place: Place }) {
  const [changing, setChanging] = useState(false);
  if (place.kind === 'unknown')
    return (
      <View className="stack">
        <Text className="fact">您在哪里？用定位或选乡镇都行。</Text>
        <Ways onFound={() => setChanging(false)} />
      </View>
    );

  const where = place.kind === 'here' ? '您现在的位置附近' : `${place.town.name}附近`;
  return (
    <View className="stack">
      <View className="place">
        <Text className="fact">{where}</Text>
        <Tap
          className="place__change"
          label={`${where}，换地方`}
          expanded={changing}
          onTap={() => setChanging(!changing)}
        >
          <Text>换地方</Text>
        </Tap>
      </View>
      {changing && <Ways onFound={() => setChanging(false)} />}
    </View>
  );
}

/** Her position is asked for by her tap only; refused, the towns are there. */
function Ways({ onFound }: { onFound: () => void }) {
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<keyof typeof instead>();
  const locate = async () => {
    setBusy(true);
    const kind = await chooseMyPosition();
    setBusy(false);
    if (kind === 'here') onFound();
    else setMissing(kind);
  };
  const pickTown = () => {
    onFound();
    goTo('/women/town/index');
  };
  return (
    <>
      {missing && <Note title={instead[missing]} />}
      <View className="row">
        <View className="row__part">
          <Button look="second" busy={busy} busyText="正在找" onTap={() => void locate()}>
            用我的位置
          </Button>
        </View>
        <View className="row__part">
          <Button look="second" onTap={pickTown}>
            选乡镇
          </Button>
        </View>
      </View>
    </>
  );
}
