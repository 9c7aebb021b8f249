import type { FederationLevel } from '@niangjia/shared';

/** A federation on the way from the top of the tree down to where she asked. */
export interface DeskCandidate {
  id: string;
  level: FederationLevel;
  /** Somebody holds a post there now that may triage. */
  isStaffed: boolean;
}

const near: readonly FederationLevel[] = ['village', 'unit'];

/** What 不要让村里知道 passes over. */
export const isNear = (level: FederationLevel): boolean => near.includes(level);

/** From where she asked up to the county; above it only when there is no county on the way. */
function climb(chain: readonly DeskCandidate[]): DeskCandidate[] {
  const upward = [...chain].reverse();
  const county = upward.findIndex(({ level }) => level === 'county');
  return county === -1 ? upward : upward.slice(0, county + 1);
}

/**
 * Whose desk a request goes to: the first staffed federation on the way up, the county last. With
 * 不要让村里知道 the village, or the unit she works in, is passed over. `chain` runs from the top of the
 * tree down; undefined only when it is empty.
 */
export function whoseDesk(
  chain: readonly DeskCandidate[],
  notVillage: boolean,
): DeskCandidate | undefined {
  const upward = climb(chain);
  const open = notVillage ? upward.filter(({ level }) => !isNear(level)) : upward;
  return open.find(({ isStaffed }) => isStaffed) ?? open.at(-1) ?? upward.at(-1);
}
