import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { HomesNearby } from '@/features/womens-home/homes-nearby';
import { usePlace } from '@/features/womens-home/place';
import { usePointOf } from '@/features/womens-home/use-point-of';

/** The homes alone: what 找娘家 of 长辈版 opens. */
export default function HomesPage() {
  const place = usePlace();
  const where = usePointOf(place);
  return (
    <Screen>
      <Heading level={1}>离您最近的娘家</Heading>
      <HomesNearby place={place} where={where} />
    </Screen>
  );
}
