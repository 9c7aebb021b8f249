import { View } from '@tarojs/components';
import { placeSearchEndpoints, type Division, type FoundDivision } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { Hotlines } from '@/components/hotlines';
import { PageState } from '@/components/page-state';
import { goTo } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';
import { DivisionList } from './division-list';
import { NotFound } from './not-found';
import { Towns } from './towns';

interface Props {
  search: string;
  onOpen: (division: Division) => void;
}

const pickable = ({ level }: Division): boolean => level === 'town' || level === 'village';
/** All towns lie in the one county. */
const townOf = (division: Division): string | undefined =>
  division.level === 'village' ? ((division as FoundDivision).parentName ?? undefined) : undefined;

/** Towns, villages and homes of this name; else what it may have meant, all towns, and the phone. */
export function FoundPlaces({ search, onOpen }: Props) {
  const found = useQuery(placeSearchEndpoints.find, { query: { words: search } });
  return (
    <PageState query={found}>
      {({ divisions, homes, meant }) => {
        const places = divisions.filter(pickable);
        if (places.length === 0 && homes.length === 0)
          return (
            <>
              <NotFound search={search} meant={meant.filter(pickable)} onOpen={onOpen} />
              <Heading>所有乡镇</Heading>
              <Towns onOpen={onOpen} />
              <Hotlines />
            </>
          );
        return (
          <View className="stack">
            <DivisionList divisions={places} factOf={townOf} onOpen={onOpen} />
            {homes.length > 0 && <Heading>妇女之家</Heading>}
            {homes.map(({ id, name, address }) => (
              <Cell
                key={id}
                title={name}
                facts={[address]}
                onTap={() => goTo('/women/womens-home/index', { id })}
              />
            ))}
          </View>
        );
      }}
    </PageState>
  );
}
