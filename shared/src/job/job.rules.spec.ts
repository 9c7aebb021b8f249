import { momentAt } from '../day';
import {
  endsInTime,
  fullnessOf,
  whyNotBook,
  whyNotCancelBooking,
  type BookableShift,
} from './booking.rules';
import { jobStates, jobTransitions } from './job';

const starts = momentAt('2026-11-26', 8 * 60);
const shift = (change: Partial<BookableShift> = {}): BookableShift => ({
  jobState: 'published',
  cancelled: false,
  startsAt: starts,
  placesLeft: 1,
  ...change,
});

describe('booking a shift', () => {
  it('is possible until it begins, while there is a place', () => {
    expect(whyNotBook(shift(), undefined, starts - 1)).toBeUndefined();
    expect(whyNotBook(shift(), undefined, starts)).toBe('shift_started');
    expect(whyNotBook(shift({ placesLeft: 0 }), undefined, 0)).toBe('shift_full');
  });

  it('is possible again after cancelling, and not twice', () => {
    expect(whyNotBook(shift(), 'cancelled', 0)).toBeUndefined();
    expect(whyNotBook(shift({ placesLeft: 0 }), 'booked', 0)).toBe('already_booked');
  });

  it('ends with the post', () => {
    expect(whyNotBook(shift({ jobState: 'closed' }), undefined, 0)).toBe('job_closed');
    expect(whyNotBook(shift({ cancelled: true }), undefined, 0)).toBe('job_closed');
  });

  it('can be cancelled once, until the shift begins', () => {
    expect(whyNotCancelBooking('booked', starts, starts - 1)).toBeUndefined();
    expect(whyNotCancelBooking('booked', starts, starts)).toBe('shift_started');
    expect(whyNotCancelBooking('cancelled', starts, 0)).toBe('booking_cancelled');
  });

  it('leaves time to fetch a child', () => {
    expect(endsInTime(momentAt('2026-11-26', 16 * 60 + 29), '16:30')).toBe(true);
    expect(endsInTime(momentAt('2026-11-26', 16 * 60 + 30), '16:30')).toBe(false);
    expect(endsInTime(momentAt('2026-11-26', 24 * 60), '16:30')).toBe(false);
  });
});

describe('what a list says of the next days', () => {
  const [monday, evening, tuesday] = [
    momentAt('2026-11-23', 480),
    momentAt('2026-11-23', 1080),
    momentAt('2026-11-24', 480),
  ];

  it('is whether they are full, and until when', () => {
    expect(fullnessOf(null, null)).toEqual({ kind: 'no_shifts' });
    expect(fullnessOf(monday, null)).toEqual({ kind: 'all_full' });
    expect(fullnessOf(monday, tuesday)).toEqual({ kind: 'full_until', freeAt: tuesday });
    expect(fullnessOf(monday, evening)).toEqual({ kind: 'free' });
  });
});

it('a draft leaves its state for the public alone, and nothing goes back to be a draft', () => {
  expect(jobTransitions.draft).toEqual(['published']);
  for (const state of jobStates) expect(jobTransitions[state]).not.toContain('draft');
});
