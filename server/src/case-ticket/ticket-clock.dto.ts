import {
  type AskExtension,
  type Day,
  type Deadline,
  deadlineLimits,
  type DeadlineRuleCode,
  deadlineRuleCodes,
  type DecideExtension,
  type Escalation,
  staffRuleCodes,
  type StartDeadline,
  type TicketDeadlines,
} from '@niangjia/shared';
import {
  DayField,
  Flag,
  FreeText,
  Identifier,
  ListOf,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { DeadlineView } from './deadline.dto';
import { DeskTicketRowView } from './desk.dto';

export class ClockParams {
  @Identifier()
  id!: string;

  @OneOf(deadlineRuleCodes)
  rule!: DeadlineRuleCode;
}

export class StartDeadlineBody implements StartDeadline {
  @OneOf(staffRuleCodes)
  rule!: DeadlineRuleCode;

  @Moment()
  startedAt!: string;

  @WholeNumber({ ...deadlineLimits.ownDays, optional: true })
  days?: number;
}

export class AskExtensionBody implements AskExtension {
  @WholeNumber(deadlineLimits.extensionDays)
  days!: number;

  @FreeText(deadlineLimits.reasonChars)
  reason!: string;
}

export class DecideExtensionBody implements DecideExtension {
  @Flag()
  approve!: boolean;

  @FreeText({ ...deadlineLimits.noteChars, optional: true })
  note?: string;
}

export class TicketDeadlinesView implements TicketDeadlines {
  @WholeNumber({ min: 1 })
  version!: number;

  @ListOf(() => DeadlineView)
  deadlines!: Deadline[];
}

export class EscalationView implements Escalation {
  @Identifier()
  id!: string;

  @OneOf(deadlineRuleCodes)
  rule!: DeadlineRuleCode;

  @Text()
  article!: string;

  @Text()
  what!: string;

  @DayField()
  dueDay!: Day;

  @Moment()
  escalatedAt!: string;

  @Part(() => DeskTicketRowView)
  ticket!: DeskTicketRowView;
}
