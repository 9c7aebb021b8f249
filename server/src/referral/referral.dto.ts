import {
  type AgreedWay,
  agreedWays,
  type Day,
  type HandedOn,
  type HandedOnField,
  handedOnFields,
  type MoveReferral,
  type Referral,
  type ReferralConsent,
  type ReferralGround,
  referralGrounds,
  referralLimits,
  type ReferralMove,
  referralMoves,
  type ReferralRecipient,
  referralRecipients,
  type ReferralRow,
  type ReferralState,
  referralStates,
  type SendReferral,
  type TicketReferrals,
} from '@niangjia/shared';
import {
  DayField,
  FreeText,
  Identifier,
  ListOf,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';

const { nameChars, purposeChars, handedOnChars, reasonChars, noteChars, answerDays } =
  referralLimits;

export class HandedOnPart implements HandedOn {
  @OneOf(handedOnFields)
  what!: HandedOnField;

  @FreeText(handedOnChars)
  text!: string;
}

export class ReferralConsentPart implements ReferralConsent {
  @OneOf(referralGrounds)
  ground!: ReferralGround;

  @Moment({ optional: true })
  agreedAt?: string;

  @OneOf(agreedWays, { optional: true })
  agreedHow?: AgreedWay;

  @FreeText({ ...reasonChars, optional: true })
  reason?: string;
}

export class SendReferralBody implements SendReferral {
  @OneOf(referralRecipients)
  recipient!: ReferralRecipient;

  @Text(nameChars)
  recipientName!: string;

  @FreeText(purposeChars)
  purpose!: string;

  @ListOf(() => HandedOnPart, referralLimits.handedOn)
  handedOn!: HandedOnPart[];

  @Part(() => ReferralConsentPart)
  consent!: ReferralConsentPart;

  @WholeNumber(answerDays)
  answerDays!: number;
}

export class MoveReferralBody implements MoveReferral {
  @OneOf(referralMoves)
  to!: ReferralMove;

  @FreeText({ ...noteChars, optional: true })
  note?: string;
}

export class ReferralRowView implements ReferralRow {
  @Identifier()
  id!: string;

  @Identifier()
  ticketId!: string;

  @OneOf(referralRecipients)
  recipient!: ReferralRecipient;

  @Text({ nullable: true })
  recipientName!: string | null;

  @OneOf(referralStates)
  state!: ReferralState;

  @Moment()
  sentAt!: string;

  @DayField()
  dueDay!: Day;
}

export class TicketReferralsView implements TicketReferrals {
  @ListOf(() => ReferralRowView)
  referrals!: ReferralRow[];
}

export class ReferralView extends ReferralRowView implements Referral {
  @Text()
  number!: string;

  @Text()
  federationName!: string;

  @Text()
  deskName!: string;

  @Text({ nullable: true })
  sentBy!: string | null;

  @FreeText({ nullable: true })
  purpose!: string | null;

  @ListOf(() => HandedOnPart)
  handedOn!: HandedOn[];

  @Part(() => ReferralConsentPart)
  consent!: ReferralConsent;

  @Text()
  article!: string;

  @WholeNumber()
  answerDays!: number;

  @Moment({ nullable: true })
  receivedAt!: string | null;

  @Moment({ nullable: true })
  settledAt!: string | null;

  @FreeText({ nullable: true })
  outcome!: string | null;

  @ListOf(referralMoves)
  mayMoveTo!: ReferralMove[];
}
