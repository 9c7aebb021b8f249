import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { Transitions } from '../state-machine';

export interface Shift {
  id: string;
  /** RFC 3339. */
  startsAt: string;
  endsAt: string;
  places: number;
  placesLeft: number;
  cancelled: boolean;
  /** Her own booking, when she is signed in and has one. */
  mine: MyBooking | null;
}

export const bookingStates = ['booked', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

export const bookingStateLabels: Record<BookingState, string> = {
  booked: '已预约',
  cancelled: '已取消',
};

export const bookingTransitions: Transitions<BookingState> = {
  booked: ['cancelled'],
  cancelled: [],
};

/** What her answer about the care of a child is for: the one sentence, wherever she meets it. */
export const carePurpose = '只用来算帮到了多少妈妈，用工单位永远看不到。';

export interface Book {
  /** For the employer, in her words; shown only with her name. */
  remark?: string;
  /** She has the care of a child under 12. Yes or no, for `carePurpose`, never shown to the employer (妇女权益保障法 art. 43). */
  declaresCare?: boolean;
  /** She agrees that the employer sees this name and phone, and nothing else. */
  shareWithEmployer?: SharedWithEmployer;
}

export interface SharedWithEmployer {
  name: string;
  phone: string;
}

export interface MyBooking {
  id: string;
  shiftId: string;
  jobId: string;
  jobTitle: string;
  employerName: string;
  place: string;
  startsAt: string;
  endsAt: string;
  state: BookingState;
  shared: SharedWithEmployer | null;
  /** What the employer reads with her name; null when she did not agree, and once it is cancelled or long over. */
  remark: string | null;
  /** Why the shift or the post ended; null otherwise. */
  cancelReason: string | null;
  bookedAt: string;
}

/** All that an employer ever sees of a booking. */
export interface EmployersBooking {
  id: string;
  shiftId: string;
  startsAt: string;
  endsAt: string;
  state: BookingState;
  /** Null until she agreed. */
  name: string | null;
  phone: string | null;
  remark: string | null;
}

export const bookingLimits = {
  remarkChars: { min: 1, max: 200 },
  nameChars: { min: 1, max: 30 },
  phoneChars: { min: 5, max: 20 },
} as const;

export const bookingEndpoints = {
  book: endpoint<{ params: { id: string }; body: Book; reply: MyBooking }>()(
    'POST',
    '/shifts/:id/bookings',
  ),
  cancel: endpoint<{ params: { id: string }; reply: MyBooking }>()('POST', '/bookings/:id/cancel'),
  mine: endpoint<{ query: PageQuery; reply: Page<MyBooking> }>()('GET', '/me/bookings'),
  employers: endpoint<{
    params: { id: string };
    query: PageQuery;
    reply: Page<EmployersBooking>;
  }>()('GET', '/desk/jobs/:id/bookings'),
};
