import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';

export const notificationKinds = [
  'registration_promoted',
  'activity_cancelled',
  'activity_changed',
  'job_changed',
  'job_closed',
  'shift_cancelled',
  'link_handed_over',
  'deadline_near',
  'deadline_over',
  'deadline_escalated',
  'extension_asked',
  'extension_decided',
  'ticket_waits',
  'ticket_given_on',
  'hand_over_offered',
  'hand_over_unanswered',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** One line of her inbox. Neutral words: somebody else may be looking. */
export interface Notification {
  id: string;
  kind: NotificationKind;
  text: string;
  /** What it is about, to open: an activity's or a job's id. */
  aboutId: string;
  createdAt: string;
  readAt: string | null;
}

export interface Inbox extends Page<Notification> {
  unread: number;
}

export const notificationEndpoints = {
  inbox: endpoint<{ query: PageQuery; reply: Inbox }>()('GET', '/me/notifications'),
  read: endpoint<{ params: { id: string }; reply: Notification }>()(
    'POST',
    '/me/notifications/:id/read',
  ),
};
