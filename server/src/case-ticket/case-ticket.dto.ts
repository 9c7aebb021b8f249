import {
  type AddFacts,
  type AnswerDanger,
  type AskBar,
  type AskedForHelp,
  type AskForHelp,
  caseTicketKinds,
  type CaseTicketKind,
  caseTicketLimits,
  caseTicketStates,
  type CaseTicketState,
  type ClaimCode,
  type ClaimedTicket,
  deskLimits,
  divisionLimits,
  type SafeContact,
  safeContactWays,
  type SafeContactWay,
  type SetSafeContact,
  type TicketMessage,
  type WhoseDesk,
  type WhoseDeskQuery,
  womensHomeLimits,
} from '@niangjia/shared';
import {
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

const { textChars, claimCodeChars, contactChars, phoneChars } = caseTicketLimits;

/** Where she asks: her request and the look at its desk read it alike. */
export class WhoseDeskQueryDto implements WhoseDeskQuery {
  @Text({ min: 0, max: womensHomeLimits.codeChars.max, optional: true })
  homeCode?: string;

  @Text({ min: 0, max: divisionLimits.codeChars.max, optional: true })
  divisionCode?: string;

  @Flag({ optional: true })
  notVillage?: boolean;
}

export class WhoseDeskView implements WhoseDesk {
  @Text()
  federationName!: string;
}

export class AskForHelpBody extends WhoseDeskQueryDto implements AskForHelp {
  @OneOf(caseTicketKinds)
  kind!: CaseTicketKind;

  @FreeText(textChars)
  text!: string;

  @Flag({ optional: true })
  followUp?: boolean;
}

export class AskedForHelpView implements AskedForHelp {
  @Identifier()
  id!: string;

  @Text({ pattern: { is: /^\d{20}$/, say: '' } })
  claimCode!: string;
}

export class ClaimCodeBody implements ClaimCode {
  @Text(claimCodeChars)
  claimCode!: string;
}

export class AddFactsBody extends ClaimCodeBody implements AddFacts {
  @FreeText(textChars)
  text!: string;
}

export class AskBarBody extends ClaimCodeBody implements AskBar {
  @Text(deskLimits.whoChars)
  who!: string;

  @Flag()
  isHead!: boolean;
}

export class AnswerDangerBody extends ClaimCodeBody implements AnswerDanger {
  @Flag()
  inDanger!: boolean;
}

/** Everything but the way, and a phone where she may be reached by it, may be left empty. */
export class SafeContactPart implements SafeContact {
  @OneOf(safeContactWays)
  way!: SafeContactWay;

  @Text({ min: 0, max: phoneChars.max, optional: true })
  phone?: string;

  @Text({ min: 0, max: contactChars.max, optional: true })
  when?: string;

  @Text({ min: 0, max: contactChars.max, optional: true })
  ifSomeoneElse?: string;

  @Text({ min: 0, max: contactChars.max, optional: true })
  codeWord?: string;
}

export class SetSafeContactBody extends ClaimCodeBody implements SetSafeContact {
  @Part(() => SafeContactPart)
  contact!: SafeContactPart;
}

class TicketMessageView implements TicketMessage {
  @Identifier()
  id!: string;

  @OneOf(['her', 'federation'])
  from!: TicketMessage['from'];

  @FreeText()
  text!: string;

  @Moment()
  writtenAt!: string;
}

export class ClaimedTicketView implements ClaimedTicket {
  @OneOf(caseTicketKinds)
  kind!: CaseTicketKind;

  @OneOf(caseTicketStates)
  state!: CaseTicketState;

  @Moment()
  receivedAt!: string;

  @Text()
  federationName!: string;

  @WholeNumber({ min: 1, nullable: true })
  answersWithinHours!: number | null;

  @Flag({ nullable: true })
  inDanger!: boolean | null;

  @Part(() => SafeContactPart, { nullable: true })
  safeContact!: SafeContact | null;

  @Flag()
  followUp!: boolean;

  @Text({ nullable: true })
  mediator!: string | null;

  @ListOf(() => TicketMessageView)
  messages!: TicketMessage[];

  @Flag()
  mayAddFacts!: boolean;

  @Flag()
  mayWithdraw!: boolean;
}
