import { addDays, type Day } from '../day';
import { deadlineRules, type DeadlineRuleCode, type WhyNoDeadline } from './deadline';

/** What the rules need to know of the one who asks. */
export interface WhoAsks {
  nameKnown: boolean;
  addressKnown: boolean;
}

/** Why a clock does not run for her: art. 23 exempts those whose name or address is unclear. */
export function whyNotRunning(rule: DeadlineRuleCode, who: WhoAsks): WhyNoDeadline | undefined {
  if (rule !== 'petition_reply') return undefined;
  return who.nameKnown && who.addressKnown ? undefined : 'name_or_address_unknown';
}

/** The last day on which the duty is met in time: the day of the event is not counted. */
export const dueDay = (rule: DeadlineRuleCode, startsOn: Day): Day =>
  addDays(startsOn, deadlineRules[rule].days);
