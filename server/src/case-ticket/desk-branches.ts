import { branchesFor, type Person } from '../account';
import { idsOf, withinBranch } from '../federation';

/** A branch of the tree that somebody works for. */
export interface DeskBranch {
  federationId: string;
  /** She supervises it, so that she sees what was withdrawn. */
  withdrawnToo: boolean;
}

/** The branches whose tickets she may see, one for each post. */
export function deskBranches(person: Person): DeskBranch[] {
  const supervised = branchesFor(person, 'case_ticket.read_sealed');
  return branchesFor(person, 'case_ticket.triage').map((path) => ({
    federationId: idsOf(path).at(-1) ?? '',
    withdrawnToo: supervised.some((branch) => withinBranch(path, branch)),
  }));
}
