import {
  type AssignedFilter,
  assignedFilters,
  type CaseTicketChannel,
  caseTicketChannels,
  type CaseTicketKind,
  caseTicketKinds,
  caseTicketLimits,
  type CaseTicketOutcome,
  caseTicketOutcomes,
  type CaseTicketRisk,
  caseTicketRisks,
  type CaseTicketState,
  caseTicketStates,
  closingOutcomes,
  type Deadline,
  type DeskAct,
  deskActs,
  type DeskEvent,
  type DeskEventKind,
  deskEventKinds,
  type DeskFilter,
  type DeskMessage,
  type DeskMove,
  deskMoves,
  type DeskTicket,
  type DeskTicketRow,
  type DeskTicketsQuery,
  type DueFilter,
  dueFilters,
  type LastMove,
  type MoveTicket,
  type OpenHandOver,
  pageLimits,
  type SafeContact,
  type UnlockRequest,
  type ApprovalWay,
  approvalWays,
  type WriteMessage,
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
import { SafeContactPart } from './case-ticket.dto';
import { DeadlineView } from './deadline.dto';
import { LastMoveView, OpenHandOverView, UnlockRequestView } from './desk-acts.dto';

export class DeskFilterPart implements DeskFilter {
  @OneOf(caseTicketStates, { optional: true })
  state?: CaseTicketState;

  @OneOf(caseTicketRisks, { optional: true })
  risk?: CaseTicketRisk;

  @OneOf(caseTicketKinds, { optional: true })
  kind?: CaseTicketKind;

  @OneOf(assignedFilters, { optional: true })
  assigned?: AssignedFilter;

  @OneOf(dueFilters, { optional: true })
  due?: DueFilter;

  @Identifier({ optional: true })
  federationId?: string;
}

export class DeskTicketsQueryDto extends DeskFilterPart implements DeskTicketsQuery {
  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;
}

export class MoveTicketBody implements MoveTicket {
  @OneOf(deskMoves)
  to!: DeskMove;

  @FreeText({ ...caseTicketLimits.noteChars, optional: true })
  note?: string;

  @OneOf(closingOutcomes, { optional: true })
  outcome?: CaseTicketOutcome;

  @WholeNumber({ min: 1, optional: true })
  version?: number;
}

export class WriteMessageBody implements WriteMessage {
  @FreeText(caseTicketLimits.textChars)
  text!: string;

  @Flag({ optional: true })
  internal?: boolean;
}

export class DeskTicketRowView implements DeskTicketRow {
  @Identifier()
  id!: string;

  @OneOf(caseTicketKinds)
  kind!: CaseTicketKind;

  @OneOf(caseTicketChannels)
  channel!: CaseTicketChannel;

  @OneOf(caseTicketStates)
  state!: CaseTicketState;

  @OneOf(caseTicketRisks)
  risk!: CaseTicketRisk;

  @Moment()
  receivedAt!: string;

  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @DayField({ nullable: true })
  dueDay!: string | null;

  @Flag()
  sealed!: boolean;

  @Text({ nullable: true })
  assigneeName!: string | null;

  @Flag()
  isMine!: boolean;

  @Flag()
  locked!: boolean;
}

class DeskMessageView implements DeskMessage {
  @Identifier()
  id!: string;

  @OneOf(['her', 'federation'])
  from!: DeskMessage['from'];

  @Flag()
  internal!: boolean;

  @Text({ nullable: true })
  authorName!: string | null;

  @FreeText()
  text!: string;

  @Moment()
  writtenAt!: string;
}

class DeskEventView implements DeskEvent {
  @Moment()
  at!: string;

  @Text({ nullable: true })
  who!: string | null;

  @OneOf(deskEventKinds)
  what!: DeskEventKind;

  @Text({ nullable: true })
  about!: string | null;

  @OneOf(caseTicketStates, { nullable: true })
  to!: CaseTicketState | null;

  @OneOf(caseTicketOutcomes, { nullable: true })
  outcome!: CaseTicketOutcome | null;

  @FreeText({ nullable: true })
  note!: string | null;
}

export class DeskTicketView extends DeskTicketRowView implements DeskTicket {
  @WholeNumber({ min: 1 })
  version!: number;

  @Flag({ nullable: true })
  inDanger!: boolean | null;

  @Flag()
  notVillage!: boolean;

  @Flag()
  followUp!: boolean;

  @Part(() => SafeContactPart, { nullable: true })
  safeContact!: SafeContact | null;

  @ListOf(() => DeskMessageView)
  messages!: DeskMessage[];

  @ListOf(() => DeskEventView)
  events!: DeskEvent[];

  @ListOf(() => DeadlineView)
  deadlines!: Deadline[];

  @ListOf(deskMoves)
  mayMoveTo!: DeskMove[];

  @Flag()
  mayAnswer!: boolean;

  @OneOf(caseTicketOutcomes, { nullable: true })
  outcome!: CaseTicketOutcome | null;

  @Part(() => LastMoveView)
  lastMove!: LastMove;

  @Part(() => OpenHandOverView, { nullable: true })
  handOver!: OpenHandOver | null;

  @Flag()
  concernsMinor!: boolean;

  @Flag()
  unlockAsked!: boolean;

  @OneOf(approvalWays, { nullable: true })
  unlockWay!: ApprovalWay | null;

  @ListOf(() => UnlockRequestView)
  unlockRequests!: UnlockRequest[];

  @ListOf(deskActs)
  may!: DeskAct[];
}
