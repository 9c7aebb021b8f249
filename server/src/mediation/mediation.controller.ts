import {
  type ClaimedTicket,
  mediationEndpoints,
  type Mediator,
  type Page,
  type TicketMediation,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { asReadableTicket, ClaimedTicketView, Desk } from '../case-ticket';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Limit } from '../platform/http/limits';
import { Once } from '../platform/http/once';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { HerMediation } from './her-mediation.service';
import {
  AssignMediatorBody,
  ChangeMediatorBody,
  DeclareRecusalBody,
  EndMediationBody,
  MediatorView,
  NewMediatorBody,
  TicketMediationView,
  WishOfMediationBody,
} from './mediation.dto';
import { Mediations } from './mediation.service';
import { Roster } from './roster.service';

@Controller()
export class MediationController {
  constructor(
    private readonly roster: Roster,
    private readonly mediations: Mediations,
    private readonly desk: Desk,
    private readonly hers: HerMediation,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(mediationEndpoints.roster)
  @Allow('case_ticket.triage')
  @Replies(MediatorView, { page: true })
  list(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<Mediator>> {
    return this.roster.page(person, query);
  }

  @Route(mediationEndpoints.add, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(MediatorView)
  @Refuses('federation_not_found', 'mediator_not_found')
  add(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedBody() body: NewMediatorBody,
  ): Promise<Mediator> {
    return this.once.run(
      request,
      (tx) => this.roster.add(tx, person, body),
      (tx, { id }) => this.roster.rowOf(tx, person, id),
    );
  }

  @Route(mediationEndpoints.change)
  @Allow('case_ticket.triage')
  @Replies(MediatorView)
  @Refuses('mediator_not_found', 'changed_meanwhile')
  change(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: ChangeMediatorBody,
  ): Promise<Mediator> {
    return this.unitOfWork.run((tx) => this.roster.change(tx, person, id, body));
  }

  @Route(mediationEndpoints.ofTicket)
  @Allow('case_ticket.triage')
  @Replies(TicketMediationView)
  @Refuses('case_ticket_not_found')
  ofTicket(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<TicketMediation> {
    return this.unitOfWork.run((tx) => this.mediations.ofTicket(tx, person, id));
  }

  @Route(mediationEndpoints.assign, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(TicketMediationView)
  @Refuses(
    ...asReadableTicket,
    'mediator_not_found',
    'mediator_not_serving',
    'mediator_term_over',
    'mediator_recused',
    'mediator_unwanted',
    'mediator_assigned_already',
    'mediation_not_for_violence',
  )
  assign(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: AssignMediatorBody,
  ): Promise<TicketMediation> {
    return this.once.run(
      request,
      (tx) => this.mediations.assign(tx, person, id, body),
      (tx) => this.desk.readAgain(tx, person, id),
    );
  }

  @Route(mediationEndpoints.recuse, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(TicketMediationView)
  @Refuses(...asReadableTicket, 'mediator_not_found', 'mediation_none')
  recuse(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: DeclareRecusalBody,
  ): Promise<TicketMediation> {
    return this.once.run(
      request,
      (tx) => this.mediations.recuse(tx, person, id, body),
      (tx) => this.desk.readAgain(tx, person, id),
    );
  }

  @Route(mediationEndpoints.end)
  @Allow('case_ticket.triage')
  @Replies(TicketMediationView)
  @Refuses(...asReadableTicket, 'mediation_none')
  finish(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: EndMediationBody,
  ): Promise<TicketMediation> {
    return this.unitOfWork.run((tx) => this.mediations.finish(tx, person, id, body));
  }

  @Route(mediationEndpoints.wish)
  @Allow('anyone')
  @Limit('claim')
  @Replies(ClaimedTicketView)
  @Refuses(
    'claim_code_not_found',
    'case_ticket_wrong_state',
    'case_ticket_sealed',
    'mediation_none',
  )
  async wish(
    @Req() { ip }: ApiRequest,
    @CheckedBody() { claimCode, wish }: WishOfMediationBody,
  ): Promise<ClaimedTicket> {
    const opened = await this.hers.open(ip, claimCode);
    return this.unitOfWork.run((tx) => this.hers.say(tx, opened, wish));
  }
}
