import type { ContractKind, DeskJob, ShiftPattern } from '@niangjia/shared';
import type { TypedPlace } from '@/features/edit/place-part';
import { newRowKey } from '@/features/edit/row-key';

/** Monday is 1, as a choice holds it. */
export type TypedWeekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';

/** A recurring shift as it is being typed. `key` tells rows apart while others come and go. */
export interface TypedPattern {
  key: number;
  weekdays: TypedWeekday[];
  starts: string;
  ends: string;
  from: string;
  to: string;
  places: string;
}

/** A post as it is being typed. */
export interface TypedJob {
  federationId: string;
  title: string;
  text: string;
  employerName: string;
  where: TypedPlace;
  contractKind: ContractKind;
  payYuan: string;
  flexibility: string;
  patterns: TypedPattern[];
}

const blankPattern = { weekdays: [], starts: '', ends: '', from: '', to: '', places: '' };
export const newPattern = (): TypedPattern => ({ ...blankPattern, key: newRowKey() });

export const newJob = (federationId: string): TypedJob => ({
  federationId,
  title: '',
  text: '',
  employerName: '',
  where: { place: '', lng: '', lat: '' },
  contractKind: 'part_time',
  payYuan: '',
  flexibility: '',
  patterns: [newPattern()],
});

const typedPattern = ({ weekdays, places, ...pattern }: ShiftPattern): TypedPattern => ({
  ...pattern,
  key: newRowKey(),
  weekdays: weekdays.map((weekday): TypedWeekday => `${weekday}`),
  places: String(places),
});

export const fenPerYuan = 100;

export const typedOf = ({ point, payPerHourFen, shiftPatterns, ...job }: DeskJob): TypedJob => ({
  federationId: job.federationId,
  title: job.title,
  text: job.text,
  employerName: job.employerName,
  where: { place: job.place, lng: String(point.lng), lat: String(point.lat) },
  contractKind: job.contractKind,
  payYuan: payPerHourFen === null ? '' : String(payPerHourFen / fenPerYuan),
  flexibility: job.flexibility,
  patterns: shiftPatterns.map(typedPattern),
});
