import { useEffect, useRef, useState } from 'react';
import { caseTicketEndpoints, type DeskTicket, type RefusalCode } from '@niangjia/shared';
import { wasChangedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { useReturned } from '@/platform/page-life';
import { Refused, type Fault } from '@/platform/refused';
import { useQuery, type Query } from '@/platform/use-query';

const conflicts: readonly RefusalCode[] = [
  'changed_meanwhile',
  'case_ticket_wrong_state',
  'case_ticket_sealed',
  'case_ticket_locked',
  'case_ticket_not_found',
  'hand_over_open',
  'hand_over_not_there',
];

export const isConflict = (fault: Fault | undefined): boolean =>
  fault instanceof Refused && conflicts.includes(fault.code);

/** Runs once when somebody else was faster. */
export function useOnConflict(fault: Fault | undefined, act: () => void): void {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    if (isConflict(fault)) newest.current();
  }, [fault]);
}

/** The newest the page knows of a ticket: as it was read, or as the last act answered. */
export function useTicket(id: string): Query<DeskTicket> & { learn: (ticket: DeskTicket) => void } {
  const read = useQuery(caseTicketEndpoints.deskOne, { params: { id } });
  const [learnt, learn] = useState<DeskTicket>();
  // Every reading is logged, so coming back reads again only what failed or was changed by herself.
  useReturned(() => (wasChangedElsewhere(id) || read.fault) && read.again());

  const isNewer = learnt && read.data && learnt.version >= read.data.version;
  return { ...read, data: isNewer ? learnt : read.data, learn };
}
