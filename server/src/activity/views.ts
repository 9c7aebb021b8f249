import { type Activity, type DeskActivity, type MyRegistration, rfc3339 } from '@niangjia/shared';
import type { ActivityRow } from './activity.entity';
import type { RegistrationRow } from './registration.entity';

export const seatsLeftOf = ({ seats, taken }: ActivityRow): number => seats - taken;

/** What is said of an activity beside its own row. */
export interface Around {
  federationName: string;
  phone: string | null;
  distanceMetres?: number;
  mine?: MyRegistration;
}

export const activityView = (
  row: ActivityRow,
  { federationName, phone, distanceMetres, mine }: Around,
): Activity => ({
  id: row.id,
  title: row.title,
  text: row.text,
  federationId: row.federationId,
  federationName,
  place: row.place,
  point: { lng: row.lng, lat: row.lat },
  phone,
  startsAt: rfc3339(row.startsAt),
  endsAt: rfc3339(row.endsAt),
  registrationClosesAt: rfc3339(row.registrationClosesAt),
  cancellableUntil: rfc3339(row.cancellableUntil),
  seats: row.seats,
  seatsLeft: seatsLeftOf(row),
  waiting: row.waiting,
  state: row.state,
  cancelReason: row.cancelReason,
  distanceMetres: distanceMetres ?? null,
  mine: mine ?? null,
});

export const deskActivityView = (row: ActivityRow, around: Around): DeskActivity => ({
  ...activityView(row, around),
  version: row.version,
});

export const registrationView = (
  row: RegistrationRow,
  activity: ActivityRow,
  waitingBefore: number,
): MyRegistration => ({
  id: row.id,
  activityId: row.activityId,
  activityTitle: activity.title,
  startsAt: rfc3339(activity.startsAt),
  place: activity.place,
  cancellableUntil: rfc3339(activity.cancellableUntil),
  seats: row.seats,
  state: row.state,
  waitingBefore: row.state === 'waiting' ? waitingBefore : null,
  seatsShort: row.state === 'waiting' ? Math.max(0, row.seats - seatsLeftOf(activity)) : null,
  cancelReason: activity.cancelReason,
  registeredAt: rfc3339(row.registeredAt),
});
