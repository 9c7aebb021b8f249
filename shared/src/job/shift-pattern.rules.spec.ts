import { momentAt } from '../day';
import type { ShiftPattern } from './job';
import { patternFaults, shiftsAfter } from './shift-pattern.rules';

const pattern = (change: Partial<ShiftPattern> = {}): ShiftPattern => ({
  weekdays: [1, 4],
  starts: '08:30',
  ends: '16:00',
  from: '2026-11-26',
  to: '2026-12-03',
  places: 2,
  ...change,
});

describe('shifts of patterns', () => {
  it('recur on their weekdays, first and last day included', () => {
    const starts = shiftsAfter([pattern()], 0).map(({ startsAt }) => startsAt);
    const days = ['2026-11-26', '2026-11-30', '2026-12-03'];
    expect(starts).toEqual(days.map((day) => momentAt(day, 8 * 60 + 30)));
  });

  it('are only those still to begin', () => {
    const first = momentAt('2026-11-26', 8 * 60 + 30);
    expect(shiftsAfter([pattern()], first - 1)).toHaveLength(3);
    expect(shiftsAfter([pattern()], first)).toHaveLength(2);
  });

  it.each([
    ['ends', { ends: '08:30' }],
    ['ends', { starts: '22:00', ends: '06:00' }],
    ['to', { to: '2026-11-25' }],
    ['to', { to: '2027-05-29' }],
  ])('are refused at %s: %j', (name, change) => {
    expect(Object.keys(patternFaults([pattern(), pattern(change)]))).toEqual([
      `shiftPatterns.1.${name}`,
    ]);
  });

  it('cover half a year at most', () => {
    expect(patternFaults([pattern({ to: '2027-05-28' })])).toEqual({});
  });

  it('are not asked for twice', () => {
    const other = pattern({ weekdays: [4], from: '2026-12-03' });
    expect(Object.keys(patternFaults([pattern(), other]))).toEqual(['shiftPatterns.1.starts']);
    expect(patternFaults([pattern(), { ...other, ends: '15:00' }])).toEqual({});
  });
});
