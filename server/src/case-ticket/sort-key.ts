import {
  type CaseTicketKind,
  type CaseTicketRisk,
  caseTicketRisks,
  type CaseTicketState,
  type Day,
  momentAt,
} from '@niangjia/shared';

/** Above any moment in milliseconds until the year 5138; nine shelves of it are a safe integer. */
const shelfWidth = 1e14;

/** What waits for staff, then what is closed, then what she withdrew. */
const shelfOf: Record<CaseTicketState, number> = {
  received: 0,
  accepted: 0,
  answered: 0,
  closed: 1,
  withdrawn: 2,
};
const ranks = caseTicketRisks.length;

interface Placed {
  state: CaseTicketState;
  risk: CaseTicketRisk;
  receivedAt: number;
}

/**
 * The place of a ticket on a desk as one integer: shelf, then risk, then the day its clock runs out, or,
 * while none runs, the moment it came in. So what nobody has taken up yet stands before what is under way.
 */
export function sortKeyOf({ state, risk, receivedAt }: Placed, dueDay: Day | null): number {
  const slot = shelfOf[state] * ranks + caseTicketRisks.indexOf(risk);
  return slot * shelfWidth + (dueDay === null ? receivedAt : momentAt(dueDay, 0));
}

export interface DeskPlace {
  state: CaseTicketState;
  sortKey: number;
  kind: CaseTicketKind;
  assigneeAccountId: string | null;
  dueDay: Day | null;
  waitsSince: number | null;
}

/** Where it belongs on every desk that sees it, and by what a list of theirs finds it. */
export function placeOf(
  ticket: Placed & Pick<DeskPlace, 'kind' | 'assigneeAccountId'>,
  dueDay: Day | null,
  waitsSince: number | null = null,
): DeskPlace {
  const { state, kind, assigneeAccountId } = ticket;
  const sortKey = sortKeyOf(ticket, dueDay);
  const place = { state, kind, assigneeAccountId, sortKey, waitsSince };
  return { ...place, dueDay: state === 'withdrawn' ? null : dueDay };
}

export interface SortRange {
  from: number;
  below: number;
}

const slots = (first: number, count: number): SortRange => ({
  from: first * shelfWidth,
  below: (first + count) * shelfWidth,
});

/** The ranges of sort keys, ascending, that hold a risk; without the withdrawn unless they may be seen. */
export function rangesOf(risk: CaseTicketRisk | undefined, withdrawnToo: boolean): SortRange[] {
  const shelves = withdrawnToo ? [0, 1, 2] : [0, 1];
  if (risk === undefined) return [slots(0, shelves.length * ranks)];
  return shelves.map((shelf) => slots(shelf * ranks + caseTicketRisks.indexOf(risk), 1));
}
