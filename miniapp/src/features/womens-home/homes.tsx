import { useState } from 'react';
import { View } from '@tarojs/components';
import type { NearestHome, Point } from '@niangjia/shared';
import { Button } from '@/components/button';
import { useElder } from '@/platform/text-size';
import { HomeItem } from './home-item';
import { HomesMap } from './homes-map';
import { ViewTabs, type HomesView } from './view-tabs';

interface Props {
  homes: readonly NearestHome[];
  from: Point;
  /** The middle is her own position and not that of a town. */
  isHers: boolean;
  openAt?: string;
}

// So few that what is on today is not far below.
const atFirst = 3;
const inElder = 5;

/** The list is the main view, the map the second: a reader cannot see a map. */
export function Homes({ homes, from, isHers, openAt }: Props) {
  const [view, setView] = useState<HomesView>('list');
  const elder = useElder();
  const [listed, setListed] = useState(elder ? inElder : atFirst);
  const [chosenId, setChosenId] = useState<string>();
  const chosen = homes.find(({ id }) => id === chosenId) ?? homes[0];
  const left = homes.length - listed;
  const next = elder ? Math.min(left, inElder) : left;
  const numberOf = (home: NearestHome) => homes.indexOf(home) + 1;

  return (
    <View className="stack">
      <ViewTabs view={view} onView={setView} />
      {view === 'list' &&
        homes
          .slice(0, listed)
          .map((home) => (
            <HomeItem key={home.id} home={home} withDistance={isHers} openAt={openAt} />
          ))}
      {view === 'list' && left > 0 && (
        <Button look="second" onTap={() => setListed(listed + next)}>
          {`再看 ${next} 个`}
        </Button>
      )}
      {view === 'map' && chosen && (
        <>
          <HomesMap
            homes={homes}
            from={from}
            isHers={isHers}
            chosenId={chosen.id}
            onChoose={setChosenId}
          />
          <HomeItem home={chosen} withDistance={isHers} number={numberOf(chosen)} openAt={openAt} />
        </>
      )}
    </View>
  );
}
