import {
  type CaseTicketKind,
  caseTicketKinds,
  type CaseTicketRisk,
  caseTicketRisks,
  type CaseTicketState,
  caseTicketStates,
  type DecideHandOver,
  deskLimits,
  type FederationLevel,
  federationLevels,
  foundFederationLimits,
  type HandOverOffer,
  type HandOverTarget,
  type HandOverTargetsQuery,
  type OfferHandOver,
  type WhyNotOffer,
  whyNotOffers,
} from '@niangjia/shared';
import {
  DayField,
  Flag,
  FreeText,
  Identifier,
  Moment,
  OneOf,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';
import { SeenBody } from './desk-acts.dto';

export class OfferHandOverBody extends SeenBody implements OfferHandOver {
  @Identifier()
  federationId!: string;

  @FreeText(deskLimits.reasonChars)
  reason!: string;
}

export class DecideHandOverBody extends SeenBody implements DecideHandOver {
  @Flag()
  accept!: boolean;

  @FreeText({ ...deskLimits.reasonChars, optional: true })
  reason?: string;
}

export class HandOverTargetsQueryDto extends PageQueryDto implements HandOverTargetsQuery {
  @Identifier({ optional: true })
  below?: string;

  @Text({ ...foundFederationLimits.wordsChars, optional: true })
  search?: string;
}

export class HandOverDecidedView {
  @Flag()
  accepted!: boolean;
}

export class HandOverTargetView implements HandOverTarget {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @OneOf(federationLevels)
  level!: FederationLevel;

  @Identifier({ nullable: true })
  parentId!: string | null;

  @Text({ nullable: true })
  parentName!: string | null;

  @OneOf(whyNotOffers, { nullable: true })
  whyNot!: WhyNotOffer | null;
}

export class HandOverOfferView implements HandOverOffer {
  @Identifier()
  id!: string;

  @WholeNumber({ min: 1 })
  version!: number;

  @OneOf(caseTicketKinds)
  kind!: CaseTicketKind;

  @OneOf(caseTicketRisks)
  risk!: CaseTicketRisk;

  @OneOf(caseTicketStates)
  state!: CaseTicketState;

  @Moment()
  receivedAt!: string;

  @DayField({ nullable: true })
  dueDay!: string | null;

  @Text()
  fromFederationName!: string;

  @Text()
  toFederationName!: string;

  @Text({ nullable: true })
  offeredByName!: string | null;

  @Moment()
  offeredAt!: string;

  @FreeText({ nullable: true })
  reason!: string | null;

  @DayField({ nullable: true })
  answerBy!: string | null;
}
