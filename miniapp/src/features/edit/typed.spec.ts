import { readTypedMoment, readTypedNumber, typedMoment } from './typed';

describe('a moment as typed', () => {
  it('is read however its day and time were written', () => {
    expect(readTypedMoment({ day: '2026年12月1日', time: '９点30' })).toBe(
      '2026-12-01T09:30:00+08:00',
    );
    expect(readTypedMoment({ day: '20261231', time: '24:00' })).toBe('2027-01-01T00:00:00+08:00');
  });

  it.each([
    ['2026-02-30', '9:00'],
    ['2026-12-01', ''],
    ['明天', '9:00'],
  ])('is none: %s %s', (day, time) => {
    expect(readTypedMoment({ day, time })).toBeUndefined();
  });

  it('comes back as it was', () => {
    const moment = '2026-12-01T14:05:00+08:00';
    expect(readTypedMoment(typedMoment(moment))).toBe(moment);
  });
});

it.each([
  ['30', 30],
  ['１８.５', 18.5],
  ['18.5', 18.5],
  ['-1', undefined],
  ['18.555', undefined],
  ['很多', undefined],
])('the number %s is read as %s', (typed, number) => {
  expect(readTypedNumber(typed)).toBe(number);
});
