import { addDays, minuteInWords, momentAt, type OpeningHours, openStateAt } from '@niangjia/shared';
import fc from 'fast-check';
import { openBitsAt, openBitsOf } from './open-bits';

const minutes = fc.uniqueArray(fc.integer({ min: 330, max: 1350 }), { minLength: 2, maxLength: 2 });
const interval = minutes.map((pair) => {
  const [opens = 0, closes = 0] = pair.sort((a, b) => a - b).map(minuteInWords);
  return { opens: String(opens), closes: String(closes) };
});
const intervals = fc.array(interval, { maxLength: 1 });
const hours: fc.Arbitrary<OpeningHours> = fc.record({
  weekly: fc.array(intervals, { minLength: 7, maxLength: 7 }),
  onHolidays: fc.constantFrom('closed', 'as_usual'),
  overrides: fc.array(
    fc.record({
      from: fc.constantFrom('2026-10-01', '2026-10-05'),
      to: fc.constantFrom('2026-10-05', '2026-10-08'),
      intervals,
      reason: fc.constant('值班'),
    }),
    { maxLength: 2 },
  ),
});
const isHoliday = (day: string): boolean => day <= '2026-10-07';

const isHeldBy = (bits: number, wanted: number): boolean =>
  (BigInt(bits) & BigInt(wanted)) === BigInt(wanted);

describe('open bits', () => {
  it('never leave out a home that is open', () => {
    const anytime = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 330, max: 1350 }));
    fc.assert(
      fc.property(hours, anytime, (given, [days, minute]) => {
        const moment = momentAt(addDays('2026-09-28', days), minute);
        if (!openStateAt(given, moment, isHoliday).isOpen) return;
        expect(isHeldBy(openBitsOf(given), openBitsAt(moment, isHoliday))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('leave out nights, rest days and holidays of a home that keeps office hours', () => {
    const office = [{ opens: '08:30', closes: '17:30' }];
    const weekly = [office, office, office, office, office, [], []];
    const bits = openBitsOf({ weekly, onHolidays: 'closed', overrides: [] });
    const held = (day: string, minute: number): boolean =>
      isHeldBy(bits, openBitsAt(momentAt(day, minute), isHoliday));

    expect(held('2026-11-26', 9 * 60)).toBe(true);
    expect(held('2026-11-26', 18 * 60)).toBe(false);
    expect(held('2026-11-26', 3 * 60)).toBe(false);
    expect(held('2026-11-28', 9 * 60)).toBe(false);
    expect(held('2026-10-01', 9 * 60)).toBe(false);
  });
});
