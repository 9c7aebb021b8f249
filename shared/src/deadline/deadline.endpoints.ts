import type { DeskTicketRow } from '../case-ticket/case-ticket';
import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { Deadline } from './deadline';
import { type DeadlineRuleCode, deadlineRuleCodes, deadlineRules } from './deadline.table';

/** What staff may start by hand, when they learn that it has begun. */
export const staffRuleCodes: readonly DeadlineRuleCode[] = deadlineRuleCodes.filter(
  (code) => deadlineRules[code].startedBy === 'staff',
);

export interface StartDeadline {
  rule: DeadlineRuleCode;
  /** RFC 3339: when it began. Of the clocks that count days only its day in China matters. */
  startedAt: string;
  /** Asked for where no law names the days, refused elsewhere. */
  days?: number;
}

export interface AskExtension {
  days: number;
  /** Told to the approver, and to her when it is approved. */
  reason: string;
}

export interface DecideExtension {
  approve: boolean;
  note?: string;
}

export interface TicketDeadlines {
  /** Of the ticket, after the act. */
  version: number;
  deadlines: Deadline[];
}

/** A duty that the desk below missed; here for the federation above it while it is not met. */
export interface Escalation {
  id: string;
  rule: DeadlineRuleCode;
  article: string;
  what: string;
  dueDay: Day;
  escalatedAt: string;
  ticket: DeskTicketRow;
}

interface OneRule {
  id: string;
  rule: DeadlineRuleCode;
}

export const deadlineLimits = {
  ownDays: { min: 1, max: 366 },
  extensionDays: { min: 1, max: 30 },
  reasonChars: { min: 2, max: 500 },
  noteChars: { min: 1, max: 500 },
} as const;

export const deadlineEndpoints = {
  start: endpoint<{ params: { id: string }; body: StartDeadline; reply: TicketDeadlines }>()(
    'POST',
    '/desk/case-tickets/:id/deadlines',
  ),
  meet: endpoint<{ params: OneRule; reply: TicketDeadlines }>()(
    'POST',
    '/desk/case-tickets/:id/deadlines/:rule/met',
  ),
  askExtension: endpoint<{ params: OneRule; body: AskExtension; reply: TicketDeadlines }>()(
    'POST',
    '/desk/case-tickets/:id/deadlines/:rule/extension',
  ),
  decideExtension: endpoint<{ params: OneRule; body: DecideExtension; reply: TicketDeadlines }>()(
    'POST',
    '/desk/case-tickets/:id/deadlines/:rule/extension/decision',
  ),
  escalations: endpoint<{ query: PageQuery; reply: Page<Escalation> }>()(
    'GET',
    '/desk/escalations',
  ),
};
