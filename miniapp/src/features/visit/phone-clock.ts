import { addDays, dayOf, daysBetween, type Day } from '@niangjia/shared';

/** What a phone was told of the time. */
export interface KnownTime {
  /** To be added to the phone's own clock. */
  offsetMs: number;
  /** By the service's clock, Unix ms: surely past. Null or missing while nobody told the time. */
  heardAt?: number | null;
}

interface Reckoned {
  offsetMs: number;
  /** The days that it may be, when only she can tell; the first is taken until she does. */
  doubt: Day[] | null;
}

const slackMs = 120_000;
/** A smaller fault makes no other day of it, but around midnight. */
const worthAskingMs = 3_600_000;
const dayMs = 86_400_000;
const daysOffered = 7;

/**
 * By how much the phone's own clock is wrong now. It may have been corrected, or set wrongly, since the service told:
 * no moment before that one can be now, and of two that may be she is asked.
 */
export function reckoned({ offsetMs, heardAt = null }: KnownTime, own: number): Reckoned {
  const sure = { offsetMs, doubt: null };
  if (heardAt === null) return sure;
  const isPast = (moment: number) => moment >= heardAt - slackMs;
  const [asItWas, corrected] = [isPast(own + offsetMs), isPast(own)];

  if (asItWas && (!corrected || offsetMs < worthAskingMs)) return sure;
  if (asItWas) {
    const days = [dayOf(own), dayOf(own + offsetMs)];
    return days[0] === days[1] ? sure : { offsetMs: 0, doubt: days };
  }
  if (corrected) return { offsetMs: 0, doubt: null };
  return lost(heardAt, own);
}

/** It went back behind what is surely past: how long ago that was, nothing on the phone says. */
function lost(heardAt: number, own: number): Reckoned {
  const offsetMs = heardAt - own;
  const first = dayOf(heardAt);
  const days = Array.from({ length: daysOffered }, (_, after) => addDays(first, after));
  return { offsetMs, doubt: offsetMs < worthAskingMs ? null : days };
}

/** What is known once she said which day it is. */
export function toldByHer(known: KnownTime, own: number, today: Day): KnownTime {
  const fits = [known.offsetMs, 0].find((offsetMs) => dayOf(own + offsetMs) === today);
  const offsetMs = fits ?? daysBetween(dayOf(own), today) * dayMs;
  return { offsetMs, heardAt: own + offsetMs };
}
