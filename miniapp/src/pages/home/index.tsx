import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { Hotlines } from '@/features/case-ticket/hotlines';
import { FilterChips } from '@/features/womens-home/filter-chips';
import { isFiltered, noFilter } from '@/features/womens-home/home-filter';
import { usePlace } from '@/features/womens-home/place';
import { PlaceChooser } from '@/features/womens-home/place-chooser';
import { useHomesAround } from '@/features/womens-home/use-homes-around';
import { usePointOf } from '@/features/womens-home/use-point-of';
import { goTo } from '@/platform/navigate';
import { AskBar } from './ask-bar';
import { Homes } from './homes';
import { Today } from './today';

export default function HomePage() {
  const place = usePlace();
  const [filter, setFilter] = useState(noFilter);
  const where = usePointOf(place);
  const around = useHomesAround(where, filter);
  const { from, openAt } = around;

  return (
    <Screen>
      <Heading level={1}>离您最近的娘家</Heading>
      <PlaceChooser place={place} />
      {place.kind !== 'unknown' && (
        <>
          <FilterChips filter={filter} onFilter={setFilter} />
          <PageState
            query={around}
            isEmpty={(homes) => homes.length === 0}
            empty={<NoHomes filtered={isFiltered(filter)} onAll={() => setFilter(noFilter)} />}
          >
            {(homes) =>
              from && (
                <Homes homes={homes} from={from} isHers={place.kind === 'here'} openAt={openAt} />
              )
            }
          </PageState>
        </>
      )}
      <Today where={where} withDistance={place.kind === 'here'} />
      {place.kind === 'unknown' && <Hotlines />}
      <AskBar />
    </Screen>
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
        <Text>也可以直接点下面的「我要求助」。</Text>
      </View>
    </Note>
  );
}
