import {
  addDays,
  dayInWords,
  dayOf,
  daysBetween,
  minuteOf,
  momentAt,
  momentInWords,
  readRfc3339,
  rfc3339,
  stretchInWords,
  weekdayOf,
} from './day';

describe('days and clocks in China', () => {
  it('turn at midnight there, not at midnight here', () => {
    expect(dayOf(Date.parse('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(minuteOf(Date.parse('2026-11-21T16:01:00Z'))).toBe(1);
  });

  it('count over leap days and year ends', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(daysBetween('2026-11-22', '2027-11-22')).toBe(365);
    expect(daysBetween('2026-11-22', '2026-11-21')).toBe(-1);
  });

  it('begin the week on Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  it('write a moment with the offset and read it back', () => {
    const moment = momentAt('2026-11-22', 19 * 60 + 30);
    expect(rfc3339(moment)).toBe('2026-11-22T19:30:00+08:00');
    expect(readRfc3339(rfc3339(moment))).toBe(moment);
    expect(readRfc3339('2026-11-22T11:30Z')).toBe(moment);
    expect(readRfc3339('2028-02-29T23:59:59.999-08:00')).toBe(
      Date.parse('2028-03-01T07:59:59.999Z'),
    );
    expect(readRfc3339('1970-01-01T08:00:00+08:00')).toBe(0);
  });

  it.each([
    '2026-11-22',
    '2026-11-22T19:30:00',
    '2026-13-22T19:30:00Z',
    '2026-02-30T25:00:00Z',
    '2026-02-30T10:00:00Z',
    '2027-02-29T10:00:00+08:00',
    '2026-11-31T23:30:00-08:00',
    '2026-11-22T24:00:00Z',
    '2026-11-22T10:00:00+24:00',
    '',
  ])('do not read %s as a moment', (text) => expect(readRfc3339(text)).toBeUndefined());

  it('are said as people say them', () => {
    expect(dayInWords('2026-11-26')).toBe('周四 11月26日');
    expect(momentInWords(momentAt('2026-11-26', 9 * 60))).toBe('周四 11月26日 上午9点');
    expect(momentInWords(momentAt('2026-11-26', 19 * 60 + 5))).toBe('周四 11月26日 晚上7点5分');
    expect(momentInWords(momentAt('2026-11-26', 0))).toBe('周四 11月26日 凌晨0点');
    expect(momentInWords(momentAt('2026-11-26', 12 * 60))).toBe('周四 11月26日 中午12点');
  });

  it('are said together, with the day once when it is the same', () => {
    const nine = momentAt('2026-11-26', 9 * 60);
    expect(stretchInWords(nine, momentAt('2026-11-26', 11 * 60))).toBe(
      '周四 11月26日 上午9点到11点',
    );
    expect(stretchInWords(nine, momentAt('2026-11-26', 15 * 60 + 30))).toBe(
      '周四 11月26日 上午9点到下午3点30分',
    );
    expect(stretchInWords(nine, momentAt('2026-11-27', 15 * 60))).toBe(
      '周四 11月26日 上午9点到周五 11月27日 下午3点',
    );
  });
});
