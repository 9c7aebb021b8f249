import { dayOf, momentAt } from '../day';
import { dueOf } from './counting.rules';
import {
  countedInWords,
  extensionForHer,
  nearestDueDay,
  spanOf,
  whyNotDecide,
  whyNotExtend,
  whyNotRunning,
} from './deadline.rules';
import { type DeadlineRuleCode, deadlineRuleCodes, deadlineRules } from './deadline.table';

const due = (rule: DeadlineRuleCode, day: string) =>
  dueOf(spanOf(rule, null), momentAt(day, 600), () => true)?.day;

describe('the clocks of 信访工作条例', () => {
  it('gives 15 days to tell her, counted from the day after', () => {
    expect(due('petition_reply', '2026-11-22')).toBe('2026-12-07');
  });

  it('gives 60 days to settle, over leap days and year ends', () => {
    expect(due('petition_settlement', '2027-12-31')).toBe('2028-02-29');
    expect(due('petition_settlement', '2026-11-22')).toBe('2027-01-21');
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

describe('every rule', () => {
  it.each(deadlineRuleCodes)('%s names its article, and says so when it has no days', (code) => {
    const { article, span, note, what, from } = deadlineRules[code];
    expect(article).toMatch(/第.+条/);
    expect(what && from).toBeTruthy();
    if (span === null) expect(note).toContain('没有核对');
  });
});

describe('how a day was counted', () => {
  const start = momentAt('2026-11-22', 18 * 60 + 30);
  it.each([
    ['petition_reply', '2026-12-07', 0, '从 11月22日 起 15 个自然日'],
    ['petition_settlement', '2027-01-21', 0, '从 2026年11月22日 起 60 个自然日'],
    ['petition_settlement', '2027-02-10', 20, '从 2026年11月22日 起 60 个自然日，再延长 20 日'],
    ['protection_order', '2026-11-25', 0, '从 11月22日 18:30 起 72 小时'],
    ['mediation', '2026-12-22', 0, '从 11月22日 起 1 个月'],
  ] as const)('%s to %s', (rule, day, extended, words) => {
    expect(countedInWords(spanOf(rule, null), start, day, extended)).toBe(words);
  });
});

describe('an extension', () => {
  const running = { dueDay: '2027-01-21', metOn: null, extension: null };
  const settlement = { ...running, rule: 'petition_settlement' } as const;
  const asked = { state: 'asked', askedByAccountId: 'a' } as const;
  const today = dayOf(momentAt('2027-01-21', 0));

  it('is asked once, in time, where the article knows one', () => {
    expect(whyNotExtend(settlement, today)).toBeUndefined();
    expect(whyNotExtend(settlement, '2027-01-22')).toBe('deadline_over');
    expect(whyNotExtend({ ...settlement, metOn: today }, today)).toBe('deadline_not_running');
    expect(whyNotExtend({ ...running, rule: 'petition_reply' }, today)).toBe(
      'deadline_not_extendable',
    );
    for (const state of ['asked', 'approved'] as const)
      expect(whyNotExtend({ ...settlement, extension: { state } }, today)).toBe(
        'extension_asked_already',
      );
    const declined = { ...settlement, extension: { state: 'declined' } } as const;
    expect(whyNotExtend(declined, today)).toBeUndefined();
  });

  it('is decided by another person, once', () => {
    expect(whyNotDecide(running, asked, 'b')).toBeUndefined();
    expect(whyNotDecide(running, asked, 'a')).toBe('extension_same_person');
    expect(whyNotDecide(running, { ...asked, state: 'approved' }, 'b')).toBe('extension_not_asked');
    expect(whyNotDecide(running, null, 'b')).toBe('extension_not_asked');
    expect(whyNotDecide({ ...running, metOn: today }, asked, 'b')).toBe('deadline_not_running');
  });

  it('is told to her with its reason', () => {
    expect(extensionForHer('2027-02-20', '要等鉴定结果')).toBe(
      '您这件事的办理期限延长到 2027年2月20日。原因：要等鉴定结果',
    );
  });
});

it('the nearest day is that of a clock that still runs', () => {
  const clock = (dueDay: string | null, metOn: string | null = null) => ({ dueDay, metOn });
  expect(nearestDueDay([])).toBeNull();
  expect(nearestDueDay([clock(null), clock('2026-12-01', '2026-11-30')])).toBeNull();
  expect(nearestDueDay([clock('2027-01-21'), clock('2026-12-07'), clock('2026-12-20')])).toBe(
    '2026-12-07',
  );
});
