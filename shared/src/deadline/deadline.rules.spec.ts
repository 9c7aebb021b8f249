import { dueDay, whyNotRunning } from './deadline.rules';

describe('the clocks of 信访工作条例', () => {
  it('gives 15 days to tell her, counted from the day after', () => {
    expect(dueDay('petition_reply', '2026-11-22')).toBe('2026-12-07');
  });

  it('gives 60 days to settle, over leap days and year ends', () => {
    expect(dueDay('petition_settlement', '2027-12-31')).toBe('2028-02-29');
    expect(dueDay('petition_settlement', '2026-11-22')).toBe('2027-01-21');
  });

  it('does not run art. 23 for one who gave no name or no address, and says why', () => {
    const nobody = { nameKnown: false, addressKnown: false };
    expect(whyNotRunning('petition_reply', nobody)).toBe('name_or_address_unknown');
    expect(whyNotRunning('petition_reply', { nameKnown: true, addressKnown: false })).toBe(
      'name_or_address_unknown',
    );
    expect(
      whyNotRunning('petition_reply', { nameKnown: true, addressKnown: true }),
    ).toBeUndefined();
    expect(whyNotRunning('petition_settlement', nobody)).toBeUndefined();
  });
});
