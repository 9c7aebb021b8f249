import { momentAt } from '../day';
import { openStateAt, whyNotIntervals, type OpeningHours } from './opening-hours';

const day = { opens: '08:30', closes: '17:30' };
const evening = { opens: '18:30', closes: '20:30' };
const noHoliday = () => false;
const weekdays = (...intervals: (typeof day)[]): OpeningHours => ({
  weekly: [intervals, intervals, intervals, intervals, intervals, [], []],
  onHolidays: 'closed',
  overrides: [],
});
// 2026-11-26 is a Thursday.
const at = (clock: string, date = '2026-11-26') => {
  const [hour, minute] = clock.split(':');
  return momentAt(date, Number(hour) * 60 + Number(minute));
};

describe('opening hours', () => {
  it('finds an evening home open at seven and closed at nine', () => {
    const hours = weekdays(evening);
    expect(openStateAt(hours, at('19:00'), noHoliday)).toEqual({
      isOpen: true,
      closesAt: at('20:30'),
      opensAt: null,
    });
    expect(openStateAt(hours, at('21:00'), noHoliday)).toEqual({
      isOpen: false,
      closesAt: null,
      opensAt: at('18:30', '2026-11-27'),
    });
  });

  it('is open on its first minute and closed on its last', () => {
    expect(openStateAt(weekdays(day), at('08:30'), noHoliday).isOpen).toBe(true);
    expect(openStateAt(weekdays(day), at('17:30'), noHoliday).isOpen).toBe(false);
  });

  it('goes by the clock in China, wherever the server stands', () => {
    expect(openStateAt(weekdays(day), Date.parse('2026-11-26T00:30:00Z'), noHoliday).isOpen).toBe(
      true,
    );
    expect(openStateAt(weekdays(day), Date.parse('2026-11-26T00:29:59Z'), noHoliday).isOpen).toBe(
      false,
    );
  });

  it('closes on a statutory holiday, unless an override says otherwise', () => {
    const holiday = (date: string) => date === '2026-11-26';
    const hours = weekdays(day);
    expect(openStateAt(hours, at('10:00'), holiday).isOpen).toBe(false);
    expect(openStateAt({ ...hours, onHolidays: 'as_usual' }, at('10:00'), holiday).isOpen).toBe(
      true,
    );
    const override = { from: '2026-11-26', to: '2026-11-26', intervals: [day], reason: '节日值班' };
    expect(openStateAt({ ...hours, overrides: [override] }, at('10:00'), holiday).isOpen).toBe(
      true,
    );
  });

  it('lets the last override that covers a day win', () => {
    const hours: OpeningHours = {
      ...weekdays(day),
      overrides: [
        { from: '2026-11-01', to: '2026-11-30', intervals: [evening], reason: '冬季' },
        { from: '2026-11-26', to: '2026-11-26', intervals: [], reason: '停电' },
      ],
    };
    expect(openStateAt(hours, at('19:00'), noHoliday).isOpen).toBe(false);
    expect(openStateAt(hours, at('19:00', '2026-11-25'), noHoliday).isOpen).toBe(true);
  });

  it('says so when nothing opens any more', () => {
    expect(openStateAt({ ...weekdays(), onHolidays: 'closed' }, at('10:00'), noHoliday)).toEqual({
      isOpen: false,
      closesAt: null,
      opensAt: null,
    });
  });

  it('names what is wrong with a day', () => {
    expect(whyNotIntervals([{ opens: '8:30', closes: '17:30' }])).toBe('时间写成 08:30 这样。');
    expect(whyNotIntervals([{ opens: '18:00', closes: '08:00' }])).toBe('关门要晚于开门。');
    expect(whyNotIntervals([evening, day])).toBe('时段按先后写，不要重叠。');
    expect(whyNotIntervals([day, evening])).toBeUndefined();
    expect(whyNotIntervals([{ opens: '00:00', closes: '24:00' }])).toBeUndefined();
  });
});
