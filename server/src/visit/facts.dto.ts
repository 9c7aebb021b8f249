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
  type TicketAsked,
  type VisitKind,
  visitKinds,
  visitLimits,
  type VisitMade,
  type VisitNeed,
} from '@niangjia/shared';
import { DayField, FreeText, Identifier, ListOf, OneOf, Text, Yes } from '../platform/http/fields';

const digits = { is: /^\d{20}$/, say: '这里要二十个数字。重新生成一张。' };
const phone = {
  is: /^[ +-]*(?:\d[ +-]*){5,}$/,
  say: '电话不对。只写数字、空格、加号和短横，数字至少 5 个。',
};

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

  @Text({ ...ledgerLimits.phoneChars, pattern: phone, optional: true })
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

  @Yes('她同意了才能转求助。先当面问她。')
  agreed!: true;

  @Text({ pattern: digits })
  claimCode!: string;

  @Text({ ...caseTicketLimits.phoneChars, pattern: phone, optional: true })
  phone?: string;
}

export const factClasses = {
  link_made: LinkMadeDto,
  link_left: LinkLeftDto,
  visit_made: VisitMadeDto,
  ticket_asked: TicketAskedDto,
} as const;
