import { caseTicketEndpoints, type WhoseDeskQuery } from '@niangjia/shared';
import { chosenTown } from '@/features/womens-home/place';
import { usePageQuery } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';

export interface Destination {
  /** Said to her, by the service: where nobody is on duty it climbs to the next level. */
  name: string;
  sent: WhoseDeskQuery;
  /** She may choose another town: it does not come from a poster or a home card. */
  isTown: boolean;
}

/** Whose desk: of the poster she scanned, else of the home she looked at, else of her town. */
export function useDestination(hidden: boolean): Destination {
  const { code, divisionCode } = usePageQuery();
  const place = code ? { homeCode: code } : { divisionCode: divisionCode ?? chosenTown()?.code };
  const sent = { ...place, notVillage: hidden || undefined };
  const { data } = useQuery(caseTicketEndpoints.whoseDesk, { query: sent });

  return {
    name: data?.federationName ?? '负责这里的妇联',
    sent,
    isTown: !code && !divisionCode,
  };
}
