import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { goTo } from '@/platform/navigate';
import { FilterChips } from './filter-chips';
import { isFiltered, noFilter } from './home-filter';
import { Homes } from './homes';
import type { Place } from './place';
import { PlaceChooser } from './place-chooser';
import { useHomesAround } from './use-homes-around';
import type { PointOf } from './use-point-of';

/** Where to look, which homes, and the homes. */
export function HomesNearby({ place, where }: { place: Place; where: PointOf }) {
  const [filter, setFilter] = useState(noFilter);
  const around = useHomesAround(where, filter);
  const { from, openAt } = around;
  if (place.kind === 'unknown') return <PlaceChooser place={place} />;
  return (
    <>
      <PlaceChooser place={place} />
      <FilterChips filter={filter} onFilter={setFilter} />
      <PageState
        query={around}
        isEmpty={(homes) => homes.length === 0}
        empty={<NoHomes filtered={isFiltered(filter)} onAll={() => setFilter(noFilter)} />}
      >
        {(homes) =>
          from && <Homes homes={homes} from={from} isHers={place.kind === 'here'} openAt={openAt} />
        }
      </PageState>
    </>
  );
}

function NoHomes({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  if (filtered)
    return (
      <Note title="这样选没有找到。少选一样再看看。">
        <Button look="second" onTap={onAll}>
          看全部
        </Button>
      </Note>
    );
  return (
    <Note title="这里还没有登记的家。换个乡镇看看，急事打 110 或 12338。">
      <Button look="second" onTap={() => goTo('/women/town/index')}>
        选乡镇
      </Button>
      <View className="note">
        <Text>求助不用先找到妇女之家。</Text>
      </View>
    </Note>
  );
}
