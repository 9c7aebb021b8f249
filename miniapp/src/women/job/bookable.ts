import type { Job, MyBooking } from '@niangjia/shared';
import type { NeedAccount } from '@/features/account/need-account';

export interface Bookable {
  job: Job;
  /** When she has to be at the school gate, `HH:MM`. */
  pickUp?: string;
  onOutcome: (booking: MyBooking) => void;
  /** The service knows it otherwise: look again. */
  onStale: () => void;
}

/** A sheet over the list of shifts. */
export interface OverShift extends Bookable {
  needAccount: NeedAccount['needAccount'];
  onClose: () => void;
}
