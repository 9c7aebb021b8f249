import { deskActEndpoints, type DeskPerson, type DeskTicket, type Page } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { Assigning } from './assigning.service';
import { AssignTicketBody, DeskPersonView, RedirectTicketBody } from './desk-acts.dto';
import { DeskTicketParams, DeskTicketView } from './desk.dto';

const asOpen = [
  'case_ticket_not_found',
  'case_ticket_wrong_state',
  'case_ticket_sealed',
  'changed_meanwhile',
] as const;

@Controller()
export class DeskActsController {
  constructor(
    private readonly assigning: Assigning,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(deskActEndpoints.people)
  @Allow('case_ticket.triage')
  @Replies(DeskPersonView, { page: true })
  @Refuses('case_ticket_not_found')
  async people(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
  ): Promise<Page<DeskPerson>> {
    const items = await this.unitOfWork.run((tx) => this.assigning.candidates(tx, person, id));
    return { items, next: null };
  }

  @Route(deskActEndpoints.assign)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asOpen, 'case_ticket_not_for_her')
  assign(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() body: AssignTicketBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.assigning.assign(tx, person, id, body));
  }

  @Route(deskActEndpoints.redirect)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asOpen, 'case_ticket_locked', 'hand_over_open')
  redirect(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() body: RedirectTicketBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.assigning.redirect(tx, person, id, body));
  }
}
