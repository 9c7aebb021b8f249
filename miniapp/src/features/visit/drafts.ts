import type { Day } from '@niangjia/shared';

/** Names under which what is unfinished stands on the phone. */
export const draftNames = { visit: 'visit', link: 'link' } as const;

/** Of a visit that is begun: about whom, if that is chosen yet. */
export interface BegunVisit {
  id?: string;
  linkId?: string;
  visitDay: Day;
}
