import type {
  DeskWomensHome,
  HoursOverride,
  OpeningHours,
  OpenInterval,
  WomensHomeService,
} from '@niangjia/shared';
import { newRowKey } from '@/features/edit/row-key';

/** A stretch of a day as it is being typed. `key` tells rows apart while others come and go. */
export interface Stretch extends OpenInterval {
  key: number;
}

export interface OverrideDraft extends Omit<HoursOverride, 'intervals'> {
  key: number;
  stretches: Stretch[];
}

export interface HomeDraft {
  name: string;
  address: string;
  phone: string;
  services: WomensHomeService[];
  /** Monday first. */
  weekly: Stretch[][];
  onHolidays: OpeningHours['onHolidays'];
  overrides: OverrideDraft[];
  lng: string;
  lat: string;
}

const stretchOf = (interval: OpenInterval): Stretch => ({ ...interval, key: newRowKey() });

export const newStretch = (): Stretch => stretchOf({ opens: '', closes: '' });

export const newOverride = (): OverrideDraft => ({
  key: newRowKey(),
  from: '',
  to: '',
  reason: '',
  stretches: [],
});

export const draftOf = (home: DeskWomensHome): HomeDraft => ({
  name: home.name,
  address: home.address,
  phone: home.phone ?? '',
  services: home.services,
  weekly: home.hours.weekly.map((day) => day.map(stretchOf)),
  onHolidays: home.hours.onHolidays,
  overrides: home.hours.overrides.map(({ intervals, ...override }) => ({
    ...override,
    key: newRowKey(),
    stretches: intervals.map(stretchOf),
  })),
  lng: String(home.point.lng),
  lat: String(home.point.lat),
});

/** The same stretches for another day, as rows of their own. */
export const copyOf = (stretches: readonly Stretch[]): Stretch[] => stretches.map(stretchOf);
