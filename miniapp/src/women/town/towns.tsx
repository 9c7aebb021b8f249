import type { Division } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { useTowns } from '@/features/federation/use-towns';
import { DivisionList } from './division-list';

/** All towns of the county. */
export function Towns({ onOpen }: { onOpen: (division: Division) => void }) {
  const towns = useTowns();
  return (
    <PageState query={towns} isEmpty={(found) => found.length === 0}>
      {(found) => <DivisionList divisions={found} onOpen={onOpen} more={towns.more} />}
    </PageState>
  );
}
