import {
  type HandOverLinks,
  type LinkCode,
  type LinkedWoman,
  type LinkHolder,
  linkLimits,
  type LinkOfHers,
  type LinkState,
  linkStates,
} from '@niangjia/shared';
import { DayField, Flag, Identifier, OneOf, Text, WholeNumber } from '../platform/http/fields';

export class LinkCodeBody implements LinkCode {
  @Text(linkLimits.linkCodeChars)
  linkCode!: string;
}

export class HandOverLinksBody implements HandOverLinks {
  @Identifier()
  fromAccountId!: string;

  @Identifier()
  toAccountId!: string;
}

export class LinkedWomanView implements LinkedWoman {
  @Identifier()
  id!: string;

  @Identifier()
  ledgerEntryId!: string;

  @Identifier()
  gridId!: string;

  @Identifier({ nullable: true })
  householdId!: string | null;

  @Text()
  name!: string;

  @Text({ nullable: true })
  phone!: string | null;

  @Text({ nullable: true })
  address!: string | null;

  @DayField()
  linkedOn!: string;

  @DayField({ nullable: true })
  lastVisitDay!: string | null;

  @DayField({ nullable: true })
  followUpDay!: string | null;

  @DayField({ nullable: true })
  handedOverOn!: string | null;
}

export class LinkOfHersView implements LinkOfHers {
  @Identifier()
  id!: string;

  @Text({ min: 0 })
  federationName!: string;

  @Text()
  committeeMemberName!: string;

  @DayField()
  linkedOn!: string;

  @OneOf(linkStates)
  state!: LinkState;

  @Text()
  kept!: string;
}

export class LinkHolderView implements LinkHolder {
  @Identifier()
  accountId!: string;

  @Text()
  name!: string;

  @Identifier()
  federationId!: string;

  @Text({ min: 0 })
  federationName!: string;

  @Flag()
  hasLinks!: boolean;

  @Flag()
  isServing!: boolean;
}

export class HandedOverView {
  @WholeNumber({ min: 0 })
  handedOver!: number;
}
