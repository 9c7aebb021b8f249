import type { LinkEnder } from '@niangjia/shared';
import { retentionDays } from '../account';

/** Days after the end of a link for which her entry in the ledger and the words of the visits are kept. */
export const keptDays: Record<LinkEnder, number> = {
  woman: retentionDays.linkEndedByHer,
  committee_member: retentionDays.linkEnded,
  federation: retentionDays.linkEnded,
};
