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
  /** 现在开门 or 下班后还开: never both, one list has one moment. */
  open?: 'now' | 'after_work';
  kind?: WomensHomeKind;
  service?: WomensHomeService;
}

export const noFilter: HomeFilter = {};

export const isFiltered = ({ open, kind, service }: HomeFilter): boolean =>
  open !== undefined || kind !== undefined || service !== undefined;

/** What the service is asked; `now` in Unix milliseconds says which evening is meant. */
export const filterQuery = (filter: HomeFilter, now: number): Partial<NearestQuery> => ({
  ...momentQuery(filter.open, now),
  kind: filter.kind,
  service: filter.service,
});

function momentQuery(open: HomeFilter['open'], now: number): Partial<NearestQuery> {
  const evening = momentAt(dayOf(now), afterWorkMinute);
  if (open === 'after_work' && now < evening) return { openAt: rfc3339(evening) };
  return { openNow: open !== undefined || undefined };
}
