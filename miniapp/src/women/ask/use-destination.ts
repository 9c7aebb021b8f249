import type { AskForHelp } from '@niangjia/shared';
import { chosenTown } from '@/features/womens-home/place';
import { useWomensHome } from '@/features/womens-home/use-womens-home';
import { usePageQuery } from '@/platform/navigate';

export interface Destination {
  /** Said to her. Where nobody is on duty the service climbs to the next level by itself. */
  name: string;
  sent: Pick<AskForHelp, 'homeCode' | 'divisionCode'>;
  /** She may choose another town: it does not come from a poster or a home card. */
  isTown: boolean;
}

/** Whose desk: of the poster she scanned, else of the home she looked at, else of her town. */
export function useDestination(): Destination {
  const { code, home, divisionCode } = usePageQuery();
  const { data } = useWomensHome({ id: home, code });
  const town = chosenTown();

  if (code) return fromHome(data?.federationName, { homeCode: code });
  if (divisionCode) return fromHome(data?.federationName, { divisionCode });
  if (town) return { name: `${town.name}的妇联`, sent: { divisionCode: town.code }, isTown: true };
  return { name: '县（市、区）妇联', sent: {}, isTown: true };
}

const fromHome = (name = '这个家的妇联', sent: Destination['sent']): Destination => ({
  name,
  sent,
  isTown: false,
});
