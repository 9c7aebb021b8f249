import { deskActEndpoints, type DeskPerson, type DeskTicket, type Page } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow, StepUp } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { asTicket } from './as-ticket';
import { Assigning } from './assigning.service';
import { AssignTicketBody, DeskPersonView, RedirectTicketBody } from './desk-acts.dto';
import { DeskTicketView } from './desk.dto';

const asOpen = [...asTicket, 'changed_meanwhile'] as const;

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
    @CheckedParams() { id }: IdParams,
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
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: AssignTicketBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.assigning.assign(tx, person, id, body));
  }

  @Route(deskActEndpoints.redirect)
  @Allow('case_ticket.triage')
  @StepUp()
  @Replies(DeskTicketView)
  @Refuses(...asOpen, 'case_ticket_locked', 'hand_over_open')
  redirect(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: RedirectTicketBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.assigning.redirect(tx, person, id, body));
  }
}
