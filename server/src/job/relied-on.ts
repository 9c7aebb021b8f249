import type { JobRow } from './job.entity';

const facts = {
  地点: ['place', 'lng', 'lat'],
  用工单位: ['employerName'],
  工钱: ['contractKind', 'payPerHourFen'],
} as const;

/** What a woman goes by who has booked. The hours are of the shift: another hour is another shift. */
export type ReliedOn = Pick<JobRow, (typeof facts)[keyof typeof facts][number]>;

/** In everyday words. */
export const whatChanged = (before: ReliedOn, now: ReliedOn): string[] =>
  Object.entries(facts)
    .filter(([, names]) => names.some((name) => before[name] !== now[name]))
    .map(([words]) => words);
