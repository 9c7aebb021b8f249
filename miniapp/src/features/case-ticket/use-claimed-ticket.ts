import { useState } from 'react';
import { caseTicketEndpoints, type ClaimedTicket } from '@niangjia/shared';
import { useQuery, type Query } from '@/platform/use-query';
import { patienceMs } from './claim';

export interface Claimed extends Query<ClaimedTicket> {
  /** Takes what the service answered to something she did. */
  onChanged: (ticket: ClaimedTicket) => void;
}

/** What she sees with her claim code. Waits while there is none. */
export function useClaimedTicket(claimCode: string | undefined): Claimed {
  const read = useQuery(
    caseTicketEndpoints.claim,
    claimCode ? { body: { claimCode }, timeoutMs: patienceMs } : undefined,
  );
  const [changed, setChanged] = useState<ClaimedTicket>();
  const again = () => {
    setChanged(undefined);
    read.again();
  };
  return { ...read, data: changed ?? read.data, again, onChanged: setChanged };
}
