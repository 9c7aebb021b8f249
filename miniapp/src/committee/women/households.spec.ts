import { aWoman } from '../../../test/field';
import type { FieldWoman } from '@/features/visit/field';
import { householdsOf, type Order } from './households';

const woman = (id: string, facts: Partial<FieldWoman> = {}): FieldWoman => ({
  ...aWoman({ id, ledgerEntryId: `entry of ${id}`, name: id }),
  isWaiting: false,
  maybeSameAs: null,
  ...facts,
});
const shown = (women: FieldWoman[], order: Order) =>
  householdsOf(women, order).map(({ members }) => members.map(({ id }) => id));

describe('households', () => {
  const mother = woman('mother', { lastVisitDay: '2026-10-01' });
  const daughter = woman('daughter', {
    householdId: 'entry of mother',
    lastVisitDay: '2026-11-20',
  });
  const never = woman('never', { lastVisitDay: null });
  const alone = woman('alone', { lastVisitDay: '2026-11-01' });

  it('stand at the place of the one who was not visited for longest', () => {
    expect(shown([alone, daughter, mother, never], 'last_visit')).toEqual([
      ['never'],
      ['mother', 'daughter'],
      ['alone'],
    ]);
  });

  it('stand by name when she asks so', () => {
    expect(shown([never, mother, daughter, alone], 'name')).toEqual([
      ['alone'],
      ['daughter', 'mother'],
      ['never'],
    ]);
  });
});
