import { addDays, momentAt } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { analyse, fill, manyRows, planOf, sortsOrScans } from '../../test/plans';
import { clocksToLookAt } from './deadline.repository';

jest.setTimeout(120_000);

const id = (n: number): string => String(n).padStart(26, '0');
const dayOf = (n: number) => addDays('2026-01-01', n % 700);
const now = momentAt('2026-11-26', 540);

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  await fill(t, 'deadline (subject_id, rule, due_day, look_at)', (n) => {
    // Most are over or far away; of those that are due there are a few hundred.
    const lookAt = n % 300 === 0 ? now - n : n % 2 ? 'NULL' : now + n * 60_000;
    return `'${id(n)}','petition_settlement','${dayOf(n)}',${lookAt}`;
  });
  await analyse(t, 'deadline');
});
afterAll(() => t.close());

describe('among a hundred thousand rows a range of one index, without sorting, is', () => {
  it('what is to be looked at now, and what comes after it', async () => {
    const { manager } = t.dataSource;
    const [first] = await clocksToLookAt(manager, now, undefined, 200).getMany();
    for (const after of [undefined, first]) {
      const plan = await planOf(t, clocksToLookAt(manager, now, after, 200));
      expect(plan).toContain('deadline_look');
      expect(plan).not.toMatch(sortsOrScans);
    }
    const rest = await clocksToLookAt(manager, now, first, 1000).getMany();
    expect(rest).toHaveLength(Math.ceil(manyRows / 300) - 1);
  });
});
