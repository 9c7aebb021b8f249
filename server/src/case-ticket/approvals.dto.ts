import {
  type Approval,
  type ApprovalKind,
  approvalKinds,
  type ApprovalList,
  approvalLists,
  type ApprovalsQuery,
  type ApprovalState,
  approvalStates,
  type DeadlineRuleCode,
  deadlineRuleCodes,
  type TicketApprovals,
} from '@niangjia/shared';
import {
  Flag,
  FreeText,
  ListOf,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';
import { DeskTicketRowView } from './desk.dto';

export class ApprovalsQueryDto extends PageQueryDto implements ApprovalsQuery {
  @OneOf(approvalLists)
  list!: ApprovalList;
}

class ApprovalView implements Approval {
  @OneOf(approvalKinds)
  kind!: ApprovalKind;

  @OneOf(approvalStates)
  state!: ApprovalState;

  @OneOf(deadlineRuleCodes, { nullable: true })
  rule!: DeadlineRuleCode | null;

  @WholeNumber({ min: 1, nullable: true })
  days!: number | null;

  @Text({ nullable: true })
  askedByName!: string | null;

  @Flag()
  isMine!: boolean;

  @Moment()
  askedAt!: string;

  @Text({ nullable: true })
  decidedByName!: string | null;

  @FreeText({ nullable: true })
  reason!: string | null;

  @Flag()
  mayDecide!: boolean;
}

export class TicketApprovalsView implements TicketApprovals {
  @Part(() => DeskTicketRowView)
  ticket!: DeskTicketRowView;

  @ListOf(() => ApprovalView)
  approvals!: Approval[];
}
