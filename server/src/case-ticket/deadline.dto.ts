import {
  type ApprovalWay,
  approvalWays,
  type Day,
  type Deadline,
  type DeadlineRuleCode,
  deadlineRuleCodes,
  type Extension,
  type ExtensionState,
  extensionStates,
  type Told,
  toldSteps,
  type WhyNoDeadline,
  whyNoDeadline,
} from '@niangjia/shared';
import { DayField, Flag, Moment, OneOf, Part, Text, WholeNumber } from '../platform/http/fields';

class ExtensionView implements Extension {
  @OneOf(extensionStates)
  state!: ExtensionState;

  @WholeNumber({ min: 1 })
  days!: number;

  @Text({ nullable: true })
  askedByName!: string | null;

  @Text({ nullable: true })
  decidedByName!: string | null;

  @DayField()
  originalDueDay!: Day;

  @OneOf(approvalWays, { nullable: true })
  way!: ApprovalWay | null;
}

export class DeadlineView implements Deadline {
  @OneOf(deadlineRuleCodes)
  rule!: DeadlineRuleCode;

  @Text()
  article!: string;

  @Text()
  what!: string;

  @Text({ nullable: true })
  counted!: string | null;

  @Text({ nullable: true })
  note!: string | null;

  @DayField({ nullable: true })
  dueDay!: Day | null;

  @Moment({ nullable: true })
  dueAt!: string | null;

  @OneOf(whyNoDeadline, { nullable: true })
  whyNot!: WhyNoDeadline | null;

  @DayField({ nullable: true })
  metOn!: Day | null;

  @OneOf(toldSteps)
  told!: Told;

  @Part(() => ExtensionView, { nullable: true })
  extension!: Extension | null;

  @WholeNumber({ min: 0 })
  extendableByDays!: number;

  @Flag()
  mayDecide!: boolean;

  @Flag()
  mayMeet!: boolean;
}
