import { type Job, type MyBooking, rfc3339, type Shift } from '@niangjia/shared';
import type { JobRow } from './job.entity';
import type { ShiftRow } from './shift.entity';

export const shiftView = (shift: ShiftRow, mine: MyBooking | null): Shift => ({
  id: shift.id,
  startsAt: rfc3339(shift.startsAt),
  endsAt: rfc3339(shift.endsAt),
  places: shift.places,
  placesLeft: shift.places - shift.taken,
  cancelled: shift.cancelled,
  mine,
});

export interface Soonest {
  coming: ShiftRow | undefined;
  free: ShiftRow | undefined;
}

const startOf = (shift: ShiftRow | undefined): string | null =>
  shift ? rfc3339(shift.startsAt) : null;

export const jobView = (
  job: JobRow,
  {
    federationName,
    distanceMm,
    coming,
    free,
  }: Soonest & { federationName: string; distanceMm?: number },
  shifts: Shift[],
): Job => ({
  id: job.id,
  title: job.title,
  text: job.text,
  employerName: job.employerName,
  federationId: job.federationId,
  federationName,
  place: job.place,
  point: { lng: job.lng, lat: job.lat },
  contractKind: job.contractKind,
  payPerHourFen: job.payPerHourFen,
  flexibility: job.flexibility,
  state: job.state,
  distanceMetres: distanceMm === undefined ? null : Math.round(distanceMm / 1000),
  shifts,
  comingFrom: startOf(coming),
  nextFreeAt: startOf(free),
});
