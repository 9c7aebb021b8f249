import {
  nearestLimits,
  openingHoursLimits,
  whyNotIntervals,
  womensHomeLimits,
  type HoursOverride,
  type OpenInterval,
  type WomensHomeChange,
} from '@niangjia/shared';
import type { HomeDraft, OverrideDraft, Stretch } from './draft';
import { readTypedDay, readTypedDegrees, readTypedTime } from './typed';

/** What to do about each part that cannot be saved, by the path that the service names too. */
export type Faults = Record<string, string>;

const intervalOf = ({ opens, closes }: Stretch): OpenInterval => ({
  opens: readTypedTime(opens) ?? opens,
  closes: readTypedTime(closes) ?? closes,
});

const overrideOf = ({ from, to, reason, stretches }: OverrideDraft): HoursOverride => ({
  from: readTypedDay(from) ?? from,
  to: readTypedDay(to || from) ?? to,
  reason: reason.trim(),
  intervals: stretches.map(intervalOf),
});

/** The draft as the service wants it, blanks and full-width digits forgiven. */
export const changeOf = (draft: HomeDraft, version: number): WomensHomeChange => ({
  name: draft.name.trim(),
  address: draft.address.trim(),
  phone: draft.phone.replace(/\s/g, '') || null,
  services: draft.services,
  hours: {
    weekly: draft.weekly.map((day) => day.map(intervalOf)),
    onHolidays: draft.onHolidays,
    overrides: draft.overrides.map(overrideOf),
  },
  point: {
    lng: readTypedDegrees(draft.lng, nearestLimits.lng) ?? NaN,
    lat: readTypedDegrees(draft.lat, nearestLimits.lat) ?? NaN,
  },
  version,
});

const whyNotLength = (text: string, { min, max }: { min: number; max: number }, what: string) => {
  const length = [...text].length;
  if (length < min) return `${what}至少写 ${min} 个字。`;
  return length > max ? `${what}最多写 ${max} 个字，现在有 ${length} 个。` : undefined;
};

function whyNotOverride({ from, to, reason, intervals }: HoursOverride): string | undefined {
  if (!readTypedDay(from) || !readTypedDay(to)) return '日期写成 2026-10-01 这样。';
  if (to < from) return '最后一天要在第一天之后。';
  if (reason === '') return '写一下为什么，来的人能看到。';
  const { reasonChars } = openingHoursLimits;
  return whyNotLength(reason, { min: 1, max: reasonChars }, '原因') ?? whyNotIntervals(intervals);
}

const numbered = (path: string, reasons: (string | undefined)[]) =>
  Object.fromEntries(reasons.map((reason, index) => [`${path}.${index}`, reason]));

/** Every fault of a change that can be told before it is sent. */
export function faultsOf({ name, address, phone, hours, point }: WomensHomeChange): Faults {
  const { nameChars, addressChars, phoneChars } = womensHomeLimits;
  const reasons: Record<string, string | undefined> = {
    name: whyNotLength(name, nameChars, '名称'),
    address: whyNotLength(address, addressChars, '地址'),
    phone: phone === null ? undefined : whyNotLength(phone, phoneChars, '电话'),
    ...numbered('hours.weekly', hours.weekly.map(whyNotIntervals)),
    ...numbered('hours.overrides', hours.overrides.map(whyNotOverride)),
    'point.lng': Number.isNaN(point.lng) ? '经度写成 118.38 这样的数。' : undefined,
    'point.lat': Number.isNaN(point.lat) ? '纬度写成 24.96 这样的数。' : undefined,
  };
  const faults = Object.entries(reasons).filter((fault): fault is [string, string] => !!fault[1]);
  return Object.fromEntries(faults);
}

/** The first fault at a path or below it. */
export const faultAt = (faults: Faults, path: string): string | undefined =>
  Object.entries(faults).find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];
