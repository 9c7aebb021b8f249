import { momentAt } from '@niangjia/shared';
import fc from 'fast-check';
import { firstLook, planAt, type Step } from './looks';

const due = { day: '2027-01-25', at: null };
const at = (day: string, hour = 8) => momentAt(day, hour * 60);
const rule = 'petition_settlement';

describe('what is told of a duty of ours', () => {
  it.each<[string, Step | null, Step[], string | null]>([
    ['2027-01-17', null, [], '2027-01-18'],
    ['2027-01-18', null, ['warned'], '2027-01-26'],
    ['2027-01-25', 'warned', [], '2027-01-26'],
    ['2027-01-26', 'warned', ['overdue'], '2027-01-29'],
    ['2027-01-29', 'overdue', ['escalated'], null],
    ['2027-02-20', 'escalated', [], null],
    // After a stop: what is late needs no warning.
    ['2027-01-27', null, ['overdue'], '2027-01-29'],
    ['2027-02-20', null, ['overdue', 'escalated'], null],
    // A clock that was set back.
    ['2027-01-10', 'overdue', [], '2027-01-29'],
  ])('on %s after %s: %j', (day, told, now, next) => {
    const plan = planAt(rule, due, told, at(day));
    expect(plan.now).toEqual(now);
    expect(plan.lookAt).toBe(next && at(next));
  });
});

it('a duty of others is told when it is late, to the hour, and goes no higher', () => {
  const order = { day: '2026-11-25', at: momentAt('2026-11-25', 18 * 60 + 30) };
  expect(firstLook('protection_order', order)).toBe(order.at);
  expect(planAt('protection_order', order, null, order.at).now).toEqual(['overdue']);
  expect(planAt('protection_order', order, null, order.at).lookAt).toBeNull();
});

it('a right that may be used is told before it ends, and no more', () => {
  const { now, lookAt } = planAt('review_request', due, null, at('2027-03-01'));
  expect({ now, lookAt }).toEqual({ now: ['warned'], lookAt: null });
});

it('tells each piece once, however the clock jumps to and fro', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
  process.stdout.write(`  looks: seed ${seed}\n`);
  const moments = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(moments, (jumps) => {
      let told: Step | null = null;
      const heard: Step[] = [];
      for (const jump of jumps) {
        const plan = planAt(rule, due, told, at('2027-01-25') + jump * 86_400_000);
        heard.push(...plan.now);
        ({ told } = plan);
      }
      expect(new Set(heard).size).toBe(heard.length);
      const order: Step[] = ['warned', 'overdue', 'escalated'];
      expect(heard).toEqual(order.filter((step) => heard.includes(step)));
    }),
    { seed, numRuns: 500 },
  );
});
