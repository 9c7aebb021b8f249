import { type OpeningHours, openStateAt, type OpenState } from '@niangjia/shared';
import { isHoliday } from '../platform/holidays';

export const hoursIn = (text: string): OpeningHours => JSON.parse(text) as OpeningHours;

export const openStateOf = (hours: string, moment: number): OpenState =>
  openStateAt(hoursIn(hours), moment, isHoliday);
