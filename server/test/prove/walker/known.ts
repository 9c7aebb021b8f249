import { rfc3339 } from '@niangjia/shared';
import { TestClock } from '../../clock';
import { aPattern } from '../../jobs';

export const now = new TestClock().now();
const dayMs = 86_400_000;
const inDays = (days: number): string => rfc3339(now + days * dayMs);

const codes = ['WALK0000', 'WALK0001', 'WALK0002', 'WALK9999'];
const working = [{ opens: '08:30', closes: '12:00' }];

export const knownCodes = (divisionCode: string[]): Record<string, unknown[]> => ({
  code: codes,
  homeCode: [...codes, ''],
  divisionCode,
  parentCode: divisionCode,
  claimCode: [],
  wechatCode: [],
});

/** What belongs together, which no schema of one field tells. */
export const whatFits = (): Record<string, unknown[]> => ({
  confirm: ['删除'],
  opens: ['08:30', '14:00'],
  closes: ['12:00', '17:30'],
  hours: [{ weekly: [working, working, [], [], [], [], []], onHolidays: 'closed', overrides: [] }],
  point: [{ lng: 118.4, lat: 24.9 }],
  version: [1, 1, 2, 3],
  movedOn: ['2026-11-20'],
  convertedOn: ['2026-03-08'],
  asOf: ['2026-11-01'],
  toDay: ['2027-12-31'],
  agreedAt: [inDays(-1)],
  rule: ['petition_settlement', 'petition_reply', 'legal_aid_decision'],
  startedAt: [inDays(-1)],
  shiftPatterns: [[aPattern()], [aPattern({ weekdays: [1], places: 1 })]],
  startsAt: [inDays(10)],
  endsAt: [inDays(11)],
  registrationClosesAt: [inDays(9)],
  cancellableUntil: [inDays(8)],
});
