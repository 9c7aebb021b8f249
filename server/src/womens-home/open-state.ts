import { type OpeningHours, openStateAt, rfc3339 } from '@niangjia/shared';
import { isHoliday } from '../platform/holidays';

/** How the hours stand at a moment, as it goes over the wire. */
export interface ShownState {
  isOpen: boolean;
  closesAt: string | null;
  opensAt: string | null;
}

export const hoursIn = (text: string): OpeningHours => JSON.parse(text) as OpeningHours;

const shown = (moment: number | null): string | null => (moment === null ? null : rfc3339(moment));

export function openStateOf(hours: string, moment: number): ShownState {
  const { isOpen, closesAt, opensAt } = openStateAt(hoursIn(hours), moment, isHoliday);
  return { isOpen, closesAt: shown(closesAt), opensAt: shown(opensAt) };
}
