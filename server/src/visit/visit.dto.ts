import {
  type CaseTicketRisk,
  caseTicketRisks,
  type Visit,
  type VisitKind,
  visitKinds,
  type VisitMark,
  visitMarks,
  type VisitsQuery,
} from '@niangjia/shared';
import {
  DayField,
  FreeText,
  Identifier,
  ListOf,
  Moment,
  OneOf,
  Texts,
} from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';
import { VisitNeedDto } from './facts.dto';

export class VisitsQueryDto extends PageQueryDto implements VisitsQuery {
  @Identifier({ optional: true })
  linkId?: string;
}

export class VisitView implements Visit {
  @Identifier()
  id!: string;

  @Identifier()
  linkId!: string;

  @OneOf(visitKinds)
  kind!: VisitKind;

  @DayField()
  visitDay!: string;

  @ListOf(() => VisitNeedDto)
  needs!: VisitNeedDto[];

  @OneOf(caseTicketRisks)
  risk!: CaseTicketRisk;

  @FreeText({ nullable: true })
  note!: string | null;

  @DayField({ nullable: true })
  followUpDay!: string | null;

  @Moment()
  receivedAt!: string;

  @OneOf(visitMarks, { nullable: true })
  mark!: VisitMark | null;

  @Texts({ description: '已经转成求助的需要' })
  ticketed!: string[];
}
