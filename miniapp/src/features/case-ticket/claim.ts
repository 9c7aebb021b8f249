import type { ClaimedTicket } from '@niangjia/shared';

/** What every part of a claimed ticket gets: the code that opens it and where its answers go. */
export interface Claim {
  claimCode: string;
  ticket: ClaimedTicket;
  onChanged: (ticket: ClaimedTicket) => void;
}
