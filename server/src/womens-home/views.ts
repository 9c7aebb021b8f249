import type { NearestHome, WomensHome, WomensHomeSummary } from '@niangjia/shared';
import type { FoundHome } from './nearest';
import { hoursIn, openStateOf, type ShownState } from './open-state';
import { servicesIn } from './services-mask';
import type { WomensHomeRow } from './womens-home.entity';

type Shown = Pick<
  WomensHomeRow,
  'id' | 'name' | 'kind' | 'address' | 'phone' | 'lng' | 'lat' | 'services' | 'hours'
> & { pointIsInvented: boolean | 0 | 1 };

export function summaryOf(home: Shown, state: ShownState) {
  return {
    id: home.id,
    name: home.name,
    kind: home.kind,
    address: home.address,
    point: { lng: home.lng, lat: home.lat },
    pointIsInvented: Boolean(home.pointIsInvented),
    isOpen: state.isOpen,
    closesAt: state.closesAt,
    opensAt: state.opensAt,
    services: servicesIn(home.services),
    phone: home.phone,
  } satisfies WomensHomeSummary;
}

export const nearestHomeOf = (home: FoundHome): NearestHome => ({
  ...summaryOf(home, home.state),
  distanceMetres: Math.round(home.distanceMetres),
});

export const cardOf = (
  home: WomensHomeRow,
  federationName: string,
  moment: number,
): WomensHome => ({
  ...summaryOf(home, openStateOf(home.hours, moment)),
  federationId: home.federationId,
  federationName,
  divisionCode: home.divisionCode,
  hours: hoursIn(home.hours),
});
