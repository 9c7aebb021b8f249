import { caseTicketRisks, caseTicketStates, momentAt } from '@niangjia/shared';
import { rangesOf, sortKeyOf } from './sort-key';

const receivedAt = momentAt('2026-11-26', 540);
const ticket = { state: 'received', risk: 'normal', receivedAt } as const;

describe('the place of a ticket on a desk', () => {
  it('puts danger before high and high before normal, however late it came', () => {
    const later = receivedAt + 1000;
    const keys = [
      sortKeyOf({ ...ticket, risk: 'danger', receivedAt: later }, null),
      sortKeyOf({ ...ticket, risk: 'high', receivedAt: later }, null),
      sortKeyOf(ticket, null),
    ];
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
  });

  it('puts what nobody has taken up before what is under way, and that by its due day', () => {
    const untouched = sortKeyOf(ticket, null);
    const soon = sortKeyOf({ ...ticket, state: 'accepted' }, '2027-01-24');
    const later = sortKeyOf({ ...ticket, state: 'answered' }, '2027-01-25');
    expect(untouched).toBeLessThan(soon);
    expect(soon).toBeLessThan(later);
  });

  it('puts what is done last, even what was a danger', () => {
    const done = sortKeyOf({ ...ticket, state: 'closed', risk: 'danger' }, null);
    expect(done).toBeGreaterThan(sortKeyOf(ticket, '2099-12-31'));
  });

  it('is a whole number that a database and a phone keep exactly', () => {
    const last = sortKeyOf({ ...ticket, state: 'withdrawn' }, '9999-12-31');
    expect(Number.isSafeInteger(last)).toBe(true);
  });

  it('lies in just the ranges that are asked for', () => {
    for (const state of caseTicketStates) {
      for (const risk of caseTicketRisks) {
        const key = sortKeyOf({ state, risk, receivedAt }, null);
        const isIn = (asked: (typeof caseTicketRisks)[number] | undefined, withdrawnToo: boolean) =>
          rangesOf(asked, withdrawnToo).filter(({ from, below }) => key >= from && key < below);

        expect(isIn(undefined, true)).toHaveLength(1);
        expect(isIn(risk, true)).toHaveLength(1);
        expect(isIn(risk, false)).toHaveLength(state === 'withdrawn' ? 0 : 1);
        for (const other of caseTicketRisks.filter((one) => one !== risk))
          expect(isIn(other, true)).toHaveLength(0);
      }
    }
  });
});
