import {
  type CaseTicketKind,
  caseTicketKinds,
  caseTicketLimits,
  type CaseTicketRisk,
  caseTicketRisks,
  type CaseTicketState,
  caseTicketStates,
  type Deadline,
  type DeskEvent,
  type DeskMessage,
  type DeskMove,
  deskMoves,
  type DeskTicket,
  type DeskTicketRow,
  type DeskTicketsQuery,
  type MoveTicket,
  pageLimits,
  type SafeContact,
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

const eventKinds: readonly DeskEvent['what'][] = [
  'received',
  'moved',
  'answered',
  'noted',
  'facts_added',
  'contact_set',
  'danger_told',
  'clock_started',
  'clock_met',
  'extension_asked',
  'extension_approved',
  'extension_declined',
  'referral_sent',
  'referral_moved',
  'mediator_assigned',
  'mediator_ended',
  'mediator_recused',
  'mediator_unwanted',
  'read',
];

export class DeskTicketParams {
  @Identifier()
  id!: string;
}

export class DeskTicketsQueryDto implements DeskTicketsQuery {
  @OneOf(caseTicketStates, { optional: true })
  state?: CaseTicketState;

  @OneOf(caseTicketRisks, { optional: true })
  risk?: CaseTicketRisk;

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

  @OneOf(eventKinds)
  what!: DeskEvent['what'];

  @OneOf(caseTicketStates, { nullable: true })
  to!: CaseTicketState | null;

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
}
