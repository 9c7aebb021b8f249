import { momentAt } from '../day';
import { endsInTime, whyNotBook, whyNotCancelBooking, type BookableShift } from './booking.rules';
import { discriminatoryWording } from './job-wording.rules';

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
    expect(endsInTime(momentAt('2026-11-26', 16 * 60 + 30), '16:30')).toBe(true);
    expect(endsInTime(momentAt('2026-11-26', 16 * 60 + 31), '16:30')).toBe(false);
    expect(endsInTime(momentAt('2026-11-26', 24 * 60), '16:30')).toBe(false);
  });
});

describe('the wording of a post', () => {
  it.each([
    ['普工，男性优先，有经验者佳', '男性优先', '第一项'],
    ['仅限 男 士', '仅限男士', '第一项'],
    ['男\u200b性优\u200d先', '男性优先', '第一项'],
    ['面试时请说明婚育情况', '婚育情况', '第二项'],
    ['入职体检含孕检', '孕检', '第三项'],
    ['工作后三年内不生育', '三年内不生育', '第四项'],
  ])('finds what %s holds', (text, phrase, item) => {
    const [fault] = discriminatoryWording(text);
    expect(fault?.phrase).toContain(phrase.slice(-3));
    expect(fault?.article).toContain(`第四十三条${item}`);
  });

  it('says nothing of an ordinary post', () => {
    expect(discriminatoryWording('缝纫工，早8点到下午4点，接得到孩子，男女不限，提供午餐')).toEqual(
      [],
    );
  });
});
