import { type Action, actions, type PostKind } from '@niangjia/shared';
import type { Person } from './person';

/** Who may do what, in her federation and everything below it. The one table of rights. */
const rights: Record<Action, readonly PostKind[]> = {
  'case_ticket.triage': ['chair', 'vice_chair', 'staff'],
  'case_ticket.read_sealed': ['chair'],
  'case_ticket.supervise': ['chair'],
  'activity.edit': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'womens_home.edit': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'job.edit': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'booking.read_shared': ['employer_contact'],
  'visit.log': ['chair', 'vice_chair', 'part_time_vice_chair', 'committee_member'],
  'link.hand_over': ['chair', 'vice_chair', 'staff'],
  'organisation.read': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'organisation.edit': ['chair', 'vice_chair', 'staff'],
  'post.appoint': ['chair'],
};

export const postKindsFor = (action: Action): readonly PostKind[] => rights[action];

export const actionsOf = (kind: PostKind): Action[] =>
  actions.filter((action) => rights[action].includes(kind));

/** The paths of the branches in which she may do it; none when she may not at all. */
export const branchesFor = (person: Pick<Person, 'posts'>, action: Action): string[] =>
  person.posts.filter(({ kind }) => rights[action].includes(kind)).map(({ path }) => path);
