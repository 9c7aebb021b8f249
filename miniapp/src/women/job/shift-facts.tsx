import type { Shift } from '@niangjia/shared';
import { Facts } from '@/components/facts';
import { shiftInWords } from '@/features/job/job-words';

interface Props {
  title: string;
  place: string;
  shift: Pick<Shift, 'startsAt' | 'endsAt'>;
}

/** Which shift is meant, the same before and after booking it. */
export const ShiftFacts = ({ title, place, shift }: Props) => (
  <Facts
    facts={[
      { name: '岗位', words: title },
      { name: '班次', words: shiftInWords(shift) },
      { name: '地点', words: place },
    ]}
  />
);
