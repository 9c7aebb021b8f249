import type { FieldWoman } from '@/features/visit/field';

export type Order = 'last_visit' | 'name';

interface Household {
  id: string;
  members: FieldWoman[];
}

/** Whoever is put to somebody's household takes her household or, where nobody said so before, her entry. */
export const householdOf = ({ householdId, ledgerEntryId }: FieldWoman): string =>
  householdId ?? ledgerEntryId;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Those whom nobody visited yet come first, the oldest link before the newer. */
const keys: Record<Order, (woman: FieldWoman) => string> = {
  name: ({ name }) => name,
  last_visit: ({ lastVisitDay, linkedOn }) => (lastVisitDay ? `1${lastVisitDay}` : `0${linkedOn}`),
};

/** Women of one household together, at the place of the one who comes first. */
export function householdsOf(women: readonly FieldWoman[], order: Order): Household[] {
  const key = keys[order];
  const sorted = [...women].sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
  const households = new Map<string, FieldWoman[]>();
  for (const woman of sorted) {
    const id = householdOf(woman);
    households.set(id, [...(households.get(id) ?? []), woman]);
  }
  return [...households].map(([id, members]) => ({ id, members }));
}
