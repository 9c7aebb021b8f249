import { type Day, daysBetween } from '../day';
import { visitLimits, type VisitMark } from './visit';

/** Why the day of a visit is shown with a mark, by the day on which the server had it. */
export function visitMarkOf(visitDay: Day, receivedDay: Day): VisitMark | null {
  if (visitDay > receivedDay) return 'day_ahead';
  return daysBetween(visitDay, receivedDay) > visitLimits.lateAfterDays ? 'late' : null;
}

/** The day by which visits stand in order: one whose day is still to come counts as of its arrival. */
export const countedDayOf = (visitDay: Day, receivedDay: Day): Day =>
  visitDay > receivedDay ? receivedDay : visitDay;
