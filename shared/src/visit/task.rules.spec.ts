import type { LinkedWoman } from './link';
import { tasksOf } from './task.rules';

const today = '2026-11-22';

const aWoman = (id: string, facts: Partial<LinkedWoman>): LinkedWoman => ({
  id,
  ledgerEntryId: id,
  gridId: 'grid',
  householdId: null,
  name: id,
  phone: null,
  address: null,
  linkedOn: '2026-01-01',
  lastVisitDay: today,
  followUpDay: null,
  handedOverOn: null,
  ...facts,
});

describe('whom to visit', () => {
  it('puts what is longest overdue first, whatever its reason', () => {
    const tasks = tasksOf(
      [
        aWoman('promised', { followUpDay: '2026-11-22' }),
        aWoman('long ago', { lastVisitDay: '2026-06-01' }),
        aWoman('handed over', { handedOverOn: '2026-11-01' }),
      ],
      today,
    );

    expect(tasks).toEqual([
      { linkId: 'long ago', kind: 'not_visited', dueDay: '2026-08-30', overdueDays: 84 },
      { linkId: 'handed over', kind: 'hand_over', dueDay: '2026-11-15', overdueDays: 7 },
      { linkId: 'promised', kind: 'follow_up', dueDay: '2026-11-22', overdueDays: 0 },
    ]);
  });

  it('goes by the reason that is due first when there are several', () => {
    const reasons = { followUpDay: '2026-12-20', handedOverOn: '2026-11-01' };
    const tasks = tasksOf(
      [
        aWoman('promised for later', reasons),
        aWoman('promised for before', { ...reasons, followUpDay: '2026-11-10' }),
        aWoman('long ago', { ...reasons, lastVisitDay: '2026-06-01' }),
      ],
      today,
    );

    expect(tasks.map(({ linkId, kind }) => [linkId, kind])).toEqual([
      ['long ago', 'not_visited'],
      ['promised for before', 'follow_up'],
      ['promised for later', 'hand_over'],
    ]);
  });

  it('counts from the link when nobody visited her yet', () => {
    const [task] = tasksOf([aWoman('new', { linkedOn: '2026-08-24', lastVisitDay: null })], today);
    expect(task).toMatchObject({ kind: 'not_visited', dueDay: '2026-11-22', overdueDays: 0 });
  });

  it('shows a task a week ahead and not earlier', () => {
    const at = (followUpDay: string) => tasksOf([aWoman('she', { followUpDay })], today);
    expect(at('2026-11-29')).toHaveLength(1);
    expect(at('2026-11-30')).toHaveLength(0);
  });
});
