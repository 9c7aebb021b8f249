import { type ActivityDraft, activityTimeFaults, readRfc3339 } from '@niangjia/shared';
import type { FederationRow } from '../federation';
import { cellOf } from '../platform/geo/cells';
import { Refusal } from '../platform/http/refusal';
import type { Written } from './desk.repository';

const momentOf = (text: string): number => readRfc3339(text) ?? 0;

/** The columns of what staff wrote. @throws Refusal activity_times_wrong, with what to do for each */
export function writtenOf(
  { point, ...draft }: ActivityDraft,
  { path: federationPath }: FederationRow,
  updatedAt: number,
): Written {
  const times = {
    startsAt: momentOf(draft.startsAt),
    endsAt: momentOf(draft.endsAt),
    registrationClosesAt: momentOf(draft.registrationClosesAt),
    cancellableUntil: momentOf(draft.cancellableUntil),
  };
  const fields = activityTimeFaults(times);
  if (fields) throw new Refusal('activity_times_wrong', { fields });
  const { lng, lat } = point;
  return { ...draft, ...times, federationPath, lng, lat, cell: cellOf(lng, lat), updatedAt };
}
