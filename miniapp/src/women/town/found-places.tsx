import { federationEndpoints, type Division } from '@niangjia/shared';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { useTowns } from '@/features/federation/use-towns';
import { useList } from '@/platform/use-list';
import { DivisionList } from './division-list';

interface Props {
  search: string;
  onOpen: (division: Division) => void;
}

const pickable = ({ level }: Division): boolean => level === 'town' || level === 'village';

/** Towns and villages with these words in their name. */
export function FoundPlaces({ search, onOpen }: Props) {
  const towns = useTowns();
  const found = useList(federationEndpoints.divisions, { query: { search } });
  const townOf = ({ parentCode }: Division) =>
    towns.data?.find(({ code }) => code === parentCode)?.name;
  return (
    <PageState
      query={found}
      isEmpty={(all) => !all.some(pickable)}
      empty={<Note title={`没找到「${search}」。换个字，或清空后从乡镇里选。`} />}
    >
      {(all) => (
        <DivisionList
          divisions={all.filter(pickable)}
          factOf={townOf}
          onOpen={onOpen}
          more={found.more}
        />
      )}
    </PageState>
  );
}
