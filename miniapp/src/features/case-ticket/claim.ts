import type { ClaimedTicket } from '@niangjia/shared';

/** In ms. The service derives a key from the claim code, which takes long when many ask at once. */
export const patienceMs = 60_000;

/** What every part of a claimed ticket gets: the code that opens it and where its answers go. */
export interface Claim {
  claimCode: string;
  ticket: ClaimedTicket;
  onChanged: (ticket: ClaimedTicket) => void;
}
