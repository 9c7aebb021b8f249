import type {
  CaseTicketChannel,
  CaseTicketKind,
  CaseTicketRisk,
  CaseTicketState,
  Day,
} from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { nearestDueDayOf } from '../deadline';

/** A ticket as a list reads it: both databases alike. */
export interface TicketInList {
  id: string;
  kind: CaseTicketKind;
  channel: CaseTicketChannel | null;
  state: CaseTicketState;
  risk: CaseTicketRisk;
  receivedAt: number;
  federationId: string;
  federationName: string | null;
  assigneeAccountId: string | null;
  /** Sealed. */
  assigneeName: string | null;
  markedMinor: 0 | 1 | null;
  /** Whoever looks was let read what concerns a minor. */
  isApproved: 0 | 1;
  dueDay: Day | null;
}

/** With names as they are today, in one way to the database and back: each further one costs as much as all rows. */
const select = (count: number): string => `
  SELECT t.id, t.kind, t.channel, t.state, t.risk, t.received_at AS receivedAt,
    t.federation_id AS federationId, f.name AS federationName,
    t.assignee_account_id AS assigneeAccountId, a.name AS assigneeName, t.marked_minor AS markedMinor,
    EXISTS (
      SELECT 1 FROM case_ticket_unlock u
      WHERE u.ticket_id = t.id AND u.account_id = ? AND u.approved = 1
    ) AS isApproved,
    ${nearestDueDayOf('t.id')} AS dueDay
  FROM case_ticket t
  LEFT JOIN federation f ON f.id = t.federation_id
  LEFT JOIN account a ON a.id = t.assignee_account_id
  WHERE t.id IN (${Array(count).fill('?').join()})`;

/** Tickets of these ids, in no order, as she sees them. */
export const ticketsInList = (
  accountId: string,
  ids: readonly string[],
): [sql: string, values: string[]] => [select(ids.length), [accountId, ...ids]];

export const readTicketsInList = async (
  db: EntityManager,
  accountId: string,
  ids: readonly string[],
): Promise<TicketInList[]> => (ids.length === 0 ? [] : db.query(...ticketsInList(accountId, ids)));
