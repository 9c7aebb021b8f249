import {
  deskActEndpoints,
  type DeskTicket,
  type HandOverOffer,
  type HandOverTarget,
  type Page,
} from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow, StepUp } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { SeenBody } from './desk-acts.dto';
import { DeskTicketView } from './desk.dto';
import { HandOverList } from './hand-over-list.service';
import {
  DecideHandOverBody,
  HandOverDecidedView,
  HandOverOfferView,
  HandOverTargetsQueryDto,
  HandOverTargetView,
  OfferHandOverBody,
} from './hand-over.dto';
import { HandingOver } from './handing-over.service';

const asSeen = ['case_ticket_not_found', 'case_ticket_wrong_state', 'changed_meanwhile'] as const;

@Controller()
export class HandOverController {
  constructor(
    private readonly handingOver: HandingOver,
    private readonly lists: HandOverList,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(deskActEndpoints.handOverTargets)
  @Allow('case_ticket.triage')
  @Replies(HandOverTargetView, { page: true })
  @Refuses('case_ticket_not_found', 'federation_not_found')
  targets(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedQuery() query: HandOverTargetsQueryDto,
  ): Promise<Page<HandOverTarget>> {
    return this.lists.targets(person, id, query);
  }

  @Route(deskActEndpoints.offerHandOver)
  @Allow('case_ticket.triage')
  @StepUp()
  @Replies(DeskTicketView)
  @Refuses(
    ...asSeen,
    'case_ticket_sealed',
    'federation_not_found',
    'hand_over_open',
    'hand_over_here_already',
    'hand_over_no_desk',
    'hand_over_not_village',
  )
  offer(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: OfferHandOverBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.handingOver.offer(tx, person, id, body));
  }

  @Route(deskActEndpoints.recallHandOver)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asSeen, 'hand_over_not_there')
  recall(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() { version }: SeenBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.handingOver.recall(tx, person, id, version));
  }

  @Route(deskActEndpoints.handOvers)
  @Allow('case_ticket.triage')
  @Replies(HandOverOfferView, { page: true })
  offers(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<HandOverOffer>> {
    return this.lists.offers(person, query);
  }

  @Route(deskActEndpoints.decideHandOver)
  @Allow('case_ticket.triage')
  @Replies(HandOverDecidedView)
  @Refuses('hand_over_not_there', 'changed_meanwhile')
  decide(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: DecideHandOverBody,
  ): Promise<{ accepted: boolean }> {
    return this.unitOfWork.run((tx) => this.handingOver.decide(tx, person, id, body));
  }
}
