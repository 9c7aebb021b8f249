import type { DeskTicket } from '@niangjia/shared';

/** What every section of the page of a ticket is given. */
export interface SectionProps {
  ticket: DeskTicket;
  /** The newest of it, as an act answered. */
  onLearnt: (ticket: DeskTicket) => void;
  /** Somebody was faster: what is on the page is old. */
  onConflict: () => void;
  /** It is not hers to see any more: away from its page. */
  onGone: () => void;
}

/** What a sheet over the ticket is given. */
export interface AskedProps extends SectionProps {
  onClose: () => void;
}
