import {
  jobLimits,
  patternFaults,
  readClockTime,
  type JobDraft,
  type ShiftPattern,
  type Weekday,
} from '@niangjia/shared';
import { faultsAmong, whyNotLength, type Faults } from '@/features/edit/faults';
import { placeFaults, placeOf } from '@/features/edit/place-part';
import { readTypedDay, readTypedNumber, readTypedTime } from '@/features/edit/typed';
import { fenPerYuan, type TypedJob, type TypedPattern } from './typed-job';

const patternOf = ({ weekdays, starts, ends, from, to, places }: TypedPattern): ShiftPattern => ({
  weekdays: weekdays.map((weekday) => Number(weekday) as Weekday).sort((a, b) => a - b),
  starts: readTypedTime(starts) ?? starts,
  ends: readTypedTime(ends) ?? ends,
  from: readTypedDay(from) ?? from,
  to: readTypedDay(to) ?? to,
  places: readTypedNumber(places) ?? NaN,
});

const fenOf = (payYuan: string): number =>
  Math.round((readTypedNumber(payYuan) ?? NaN) * fenPerYuan);

/** The post as the service wants it, blanks and full-width digits forgiven. */
export const draftOf = ({ where, payYuan, patterns, ...typed }: TypedJob): JobDraft => ({
  federationId: typed.federationId,
  title: typed.title.trim(),
  text: typed.text.trim(),
  employerName: typed.employerName.trim(),
  ...placeOf(where),
  contractKind: typed.contractKind,
  payPerHourFen: typed.contractKind === 'piecework' ? null : fenOf(payYuan),
  flexibility: typed.flexibility.trim(),
  shiftPatterns: patterns.map(patternOf),
});

const isBetween = (number: number, { min, max }: { min: number; max: number }): boolean =>
  number >= min && number <= max;

const sayTime = '时间写成 8:30 或 830。';
const sayDay = '日期写成 2026-12-01。';

const unreadable = ({ weekdays, starts, ends, from, to, places }: ShiftPattern): Faults =>
  faultsAmong({
    weekdays: weekdays.length > 0 ? undefined : '选一下星期几上班。',
    starts: readClockTime(starts) === undefined ? sayTime : undefined,
    ends: readClockTime(ends) === undefined ? sayTime : undefined,
    from: readTypedDay(from) ? undefined : sayDay,
    to: readTypedDay(to) ? undefined : sayDay,
    places:
      Number.isInteger(places) && isBetween(places, jobLimits.places)
        ? undefined
        : `要几个人，写成 ${jobLimits.places.min} 到 ${jobLimits.places.max} 的整数。`,
  });

function shiftFaults(patterns: readonly ShiftPattern[]): Faults {
  const faults = patterns.flatMap((pattern, index) =>
    Object.entries(unreadable(pattern)).map(([name, say]) => [
      `shiftPatterns.${index}.${name}`,
      say,
    ]),
  );
  return faults.length > 0 ? (Object.fromEntries(faults) as Faults) : patternFaults(patterns);
}

/** Every fault of a post that can be told before it is sent. Its wording is judged by the service. */
export function faultsOf(draft: JobDraft): Faults {
  const { titleChars, textChars, employerNameChars, placeChars, flexibilityChars } = jobLimits;
  const { payPerHourFen } = draft;
  const isPaid = payPerHourFen === null || isBetween(payPerHourFen, jobLimits.payPerHourFen);
  return {
    ...faultsAmong({
      title: whyNotLength(draft.title, titleChars, '岗位'),
      employerName: whyNotLength(draft.employerName, employerNameChars, '用工方'),
      text: whyNotLength(draft.text, textChars, '做什么'),
      payPerHourFen: isPaid ? undefined : '写一小时多少元，比如 18.5。',
      flexibility: whyNotLength(draft.flexibility, flexibilityChars, '怎么照顾妈妈'),
    }),
    ...placeFaults(draft, placeChars),
    ...shiftFaults(draft.shiftPatterns),
  };
}
