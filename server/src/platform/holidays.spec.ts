import { isHoliday } from './holidays';

describe('holidays', () => {
  it.each([
    ['国庆节', '2026-10-01', true],
    ['a moved rest day', '2026-10-06', true],
    ['a Saturday made a working day', '2026-10-10', false],
    ['a plain Sunday', '2026-11-22', false],
    ['a plain Thursday', '2026-11-26', false],
    ['a year without a notice', '2039-10-01', false],
  ])('%s: %s', (_, day, expected) => {
    expect(isHoliday(day)).toBe(expected);
  });
});
