import type { Division } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { useDivisionsBelow } from '@/features/federation/use-towns';
import { DivisionList } from './division-list';

interface Props {
  town: Division;
  onChoose: (division: Division) => void;
  onClose: () => void;
}

/** The town itself is enough; her village makes it nearer. */
export function Villages({ town, onChoose, onClose }: Props) {
  const villages = useDivisionsBelow(town.code);
  return (
    <Sheet title={town.name} onClose={onClose}>
      <Button onTap={() => onChoose(town)}>{`就选${town.name}`}</Button>
      <Heading level={3}>也可以选到村、社区</Heading>
      <PageState query={villages} isEmpty={(found) => found.length === 0}>
        {(found) => <DivisionList divisions={found} onOpen={onChoose} more={villages.more} />}
      </PageState>
    </Sheet>
  );
}
