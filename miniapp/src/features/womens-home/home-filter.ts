import {
  afterWorkMinute,
  dayOf,
  momentAt,
  rfc3339,
  type NearestQuery,
  type WomensHomeKind,
  type WomensHomeService,
} from '@niangjia/shared';

export interface HomeFilter {
  openNow: boolean;
  /** 下班后还开 */
  afterWork: boolean;
  kind?: WomensHomeKind;
  service?: WomensHomeService;
}

export const noFilter: HomeFilter = { openNow: false, afterWork: false };

export const isFiltered = ({ openNow, afterWork, kind, service }: HomeFilter): boolean =>
  openNow || afterWork || kind !== undefined || service !== undefined;

/** What the service is asked; `now` in Unix milliseconds says which evening is meant. */
export const filterQuery = (filter: HomeFilter, now: number): Partial<NearestQuery> => ({
  openNow: filter.openNow || undefined,
  openAt: filter.afterWork ? rfc3339(momentAt(dayOf(now), afterWorkMinute)) : undefined,
  kind: filter.kind,
  service: filter.service,
});
