import {
  type CaseTicketKind,
  caseTicketKinds,
  caseTicketLimits,
  type CaseTicketRisk,
  caseTicketRisks,
  type ConsentWay,
  consentWays,
  ledgerLimits,
  type LinkLeft,
  type LinkMade,
  type NeedAsked,
  type TicketAsked,
  type VisitKind,
  visitKinds,
  visitLimits,
  type VisitMade,
  type VisitNeed,
} from '@niangjia/shared';
import {
  DayField,
  Flag,
  FreeText,
  Identifier,
  ListOf,
  OneOf,
  Part,
  phoneNumber,
  Text,
  Yes,
} from '../platform/http/fields';

const digits = { is: /^\d{20}$/, say: '这里要二十个数字。重新生成一张。' };
class LinkMadeDto implements LinkMade {
  @OneOf(['link_made'])
  type!: 'link_made';

  @Identifier()
  id!: string;

  @Identifier()
  ledgerEntryId!: string;

  @Identifier()
  gridId!: string;

  @Identifier({ optional: true })
  householdId?: string;

  @Text(ledgerLimits.nameChars)
  name!: string;

  @Text({ ...ledgerLimits.phoneChars, pattern: phoneNumber, optional: true })
  phone?: string;

  @Text({ ...ledgerLimits.addressChars, optional: true })
  address?: string;

  @DayField()
  linkedOn!: string;

  @OneOf(consentWays)
  consent!: ConsentWay;

  @Text({ pattern: digits })
  linkCode!: string;
}

class LinkLeftDto implements LinkLeft {
  @OneOf(['link_left'])
  type!: 'link_left';

  @Identifier()
  id!: string;

  @Identifier()
  linkId!: string;
}

export class VisitNeedDto implements VisitNeed {
  @Identifier()
  id!: string;

  @OneOf(caseTicketKinds)
  kind!: CaseTicketKind;

  @FreeText(visitLimits.needChars)
  text!: string;
}

class VisitMadeDto implements VisitMade {
  @OneOf(['visit_made'])
  type!: 'visit_made';

  @Identifier()
  id!: string;

  @Identifier()
  linkId!: string;

  @OneOf(visitKinds)
  kind!: VisitKind;

  @DayField()
  visitDay!: string;

  @ListOf(() => VisitNeedDto, { max: visitLimits.needsPerVisit })
  needs!: VisitNeedDto[];

  @OneOf(caseTicketRisks)
  risk!: CaseTicketRisk;

  @FreeText({ ...visitLimits.noteChars, optional: true })
  note?: string;

  @DayField({ optional: true })
  followUpDay?: string;
}

class NeedAskedDto implements NeedAsked {
  @OneOf(caseTicketKinds)
  kind!: CaseTicketKind;

  @FreeText(visitLimits.needChars)
  text!: string;

  @OneOf(caseTicketRisks)
  risk!: CaseTicketRisk;
}

class TicketAskedDto implements TicketAsked {
  @OneOf(['ticket_asked'])
  type!: 'ticket_asked';

  @Identifier()
  id!: string;

  @Identifier()
  linkId!: string;

  @Identifier()
  visitId!: string;

  @Identifier()
  needId!: string;

  @Part(() => NeedAskedDto, { optional: true })
  need?: NeedAskedDto;

  @Yes('她同意了才能转求助。先当面问她。')
  agreed!: true;

  @Text({ pattern: digits })
  claimCode!: string;

  @Text({ ...caseTicketLimits.phoneChars, pattern: phoneNumber, optional: true })
  phone?: string;

  @Flag({ optional: true })
  notVillage?: boolean;
}

export const factClasses = {
  link_made: LinkMadeDto,
  link_left: LinkLeftDto,
  visit_made: VisitMadeDto,
  ticket_asked: TicketAskedDto,
} as const;
