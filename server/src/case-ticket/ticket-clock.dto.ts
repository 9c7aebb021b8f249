import {
  type AskExtension,
  type Day,
  type Deadline,
  deadlineLimits,
  type DeadlineRuleCode,
  deadlineRuleCodes,
  type DecideExtension,
  type Escalation,
  pageLimits,
  type PageQuery,
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
  @ListOf(() => DeadlineView)
  deadlines!: Deadline[];
}

export class EscalationsQuery implements PageQuery {
  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;
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
