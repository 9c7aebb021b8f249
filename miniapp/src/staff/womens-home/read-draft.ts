import {
  nearestLimits,
  openingHoursLimits,
  whyNotIntervals,
  womensHomeLimits,
  type HoursOverride,
  type OpenInterval,
  type WomensHomeChange,
} from '@niangjia/shared';
import { faultsAmong, whyNotLength, type Faults } from '@/features/edit/faults';
import { readTypedDay, readTypedDegrees, readTypedTime } from '@/features/edit/typed';
import type { HomeDraft, OverrideDraft, Stretch } from './draft';

type Written = Omit<WomensHomeChange, 'version'>;

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
export const writtenOf = (draft: HomeDraft): Written => ({
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
});

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
export function faultsOf({ name, address, phone, hours, point }: Written): Faults {
  const { nameChars, addressChars, phoneChars } = womensHomeLimits;
  return faultsAmong({
    name: whyNotLength(name, nameChars, '名称'),
    address: whyNotLength(address, addressChars, '地址'),
    phone: phone === null ? undefined : whyNotLength(phone, phoneChars, '电话'),
    ...numbered('hours.weekly', hours.weekly.map(whyNotIntervals)),
    ...numbered('hours.overrides', hours.overrides.map(whyNotOverride)),
    'point.lng': Number.isNaN(point.lng) ? '经度写成 118.38 这样的数。' : undefined,
    'point.lat': Number.isNaN(point.lat) ? '纬度写成 24.96 这样的数。' : undefined,
  });
}
