import {
  activityLimits,
  activityTimeFaults,
  readRfc3339,
  type ActivityDraft,
  type DeskActivity,
} from '@niangjia/shared';
import { faultsAmong, whyNotLength, type Faults } from '@/features/edit/faults';
import { placeFaults, placeOf, type TypedPlace } from '@/features/edit/place-part';
import {
  readTypedMoment,
  readTypedNumber,
  typedMoment,
  type TypedMoment,
} from '@/features/edit/typed';

/** An activity as it is being typed. */
export interface TypedActivity {
  federationId: string;
  title: string;
  text: string;
  where: TypedPlace;
  starts: TypedMoment;
  ends: TypedMoment;
  closes: TypedMoment;
  cancels: TypedMoment;
  seats: string;
}

const blank: TypedMoment = { day: '', time: '' };

export const newActivity = (federationId: string): TypedActivity => ({
  federationId,
  title: '',
  text: '',
  where: { place: '', lng: '', lat: '' },
  starts: blank,
  ends: blank,
  closes: blank,
  cancels: blank,
  seats: '',
});

export const typedOf = (activity: DeskActivity): TypedActivity => ({
  federationId: activity.federationId,
  title: activity.title,
  text: activity.text,
  where: {
    place: activity.place,
    lng: String(activity.point.lng),
    lat: String(activity.point.lat),
  },
  starts: typedMoment(activity.startsAt),
  ends: typedMoment(activity.endsAt),
  closes: typedMoment(activity.registrationClosesAt),
  cancels: typedMoment(activity.cancellableUntil),
  seats: String(activity.seats),
});

const unread = '';
const isBlank = ({ day, time }: TypedMoment) => !day.trim() && !time.trim();

/** What is left blank follows: the end is on the first day, the rest ends when it begins. */
export function draftOf(typed: TypedActivity): ActivityDraft {
  const { federationId, title, text, where, starts, ends, closes, cancels, seats } = typed;
  const onItsDay = (moment: TypedMoment) => ({ ...moment, day: moment.day.trim() || starts.day });
  const until = (moment: TypedMoment) => (isBlank(moment) ? starts : onItsDay(moment));
  const read = (moment: TypedMoment) => readTypedMoment(moment) ?? unread;
  return {
    federationId,
    title: title.trim(),
    text: text.trim(),
    ...placeOf(where),
    startsAt: read(starts),
    endsAt: read(onItsDay(ends)),
    registrationClosesAt: read(until(closes)),
    cancellableUntil: read(until(cancels)),
    seats: readTypedNumber(seats) ?? NaN,
  };
}

const moments = ['startsAt', 'endsAt', 'registrationClosesAt', 'cancellableUntil'] as const;

const isOfItself = (name: string) => name === 'startsAt' || name === 'endsAt';

function timeFaults(draft: ActivityDraft): Faults {
  const unreadable = moments.filter((name) => draft[name] === unread);
  if (unreadable.length > 0) {
    // What was left blank follows the start: it is not said a second time.
    const said = draft.startsAt === unread ? unreadable.filter(isOfItself) : unreadable;
    return Object.fromEntries(said.map((name) => [name, '写成 2026-12-01、9:00 这样。']));
  }
  const at = (name: (typeof moments)[number]) => readRfc3339(draft[name]) ?? 0;
  const times = {
    startsAt: at('startsAt'),
    endsAt: at('endsAt'),
    registrationClosesAt: at('registrationClosesAt'),
    cancellableUntil: at('cancellableUntil'),
  };
  return faultsAmong({ ...activityTimeFaults(times) });
}

/** Every fault of an activity that can be told before it is sent. */
export function faultsOf(draft: ActivityDraft): Faults {
  const { titleChars, textChars, placeChars, seats } = activityLimits;
  const { min, max } = seats;
  const fits = Number.isInteger(draft.seats) && draft.seats >= min && draft.seats <= max;
  return {
    ...faultsAmong({
      title: whyNotLength(draft.title, titleChars, '名称'),
      text: whyNotLength(draft.text, textChars, '介绍'),
      seats: fits ? undefined : `名额写成 ${min} 到 ${max} 的整数。`,
    }),
    ...timeFaults(draft),
    ...placeFaults(draft, placeChars),
  };
}
