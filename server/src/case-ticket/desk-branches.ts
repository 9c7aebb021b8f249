import type { Action } from '@niangjia/shared';
import { branchesFor, type Person } from '../account';
import { idsOf, withinBranch } from '../federation';

type Posts = Pick<Person, 'posts'>;

/** A branch of the tree that somebody works for. */
export interface DeskBranch {
  federationId: string;
  /** She supervises it, so that she sees what was withdrawn. */
  withdrawnToo: boolean;
}

/** The branches whose tickets she may see, one for each post. */
export function deskBranches(person: Posts): DeskBranch[] {
  return branchesFor(person, 'case_ticket.triage').map((path) => branchAt(person, path));
}

/** A federation and what stands below it, when it lies in a branch of hers; else nothing. */
export const deskBranchBelow = (person: Posts, path: string): DeskBranch[] =>
  mayAt(person, 'case_ticket.triage', path) ? [branchAt(person, path)] : [];

/** She may do it there, by a post in that federation or above it. */
export const mayAt = (person: Posts, action: Action, path: string): boolean =>
  branchesFor(person, action).some((branch) => withinBranch(path, branch));

const branchAt = (person: Posts, path: string): DeskBranch => ({
  federationId: idsOf(path).at(-1) ?? '',
  withdrawnToo: mayAt(person, 'case_ticket.read_sealed', path),
});
