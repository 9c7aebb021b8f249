import { deskActEndpoints, type DeskTicket, type Recused } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { Bars } from './bars.service';
import { SeenBody } from './desk-acts.dto';
import { DeskTicketParams, DeskTicketView } from './desk.dto';
import {
  AskUnlockBody,
  BarPersonBody,
  DecideUnlockBody,
  RecusedView,
  RecuseBody,
} from './guarded.dto';
import { Minors } from './minors.service';

const asTicket = ['case_ticket_not_found', 'case_ticket_wrong_state'] as const;

/** Who may read a ticket at all: of a minor with a second person's word, of a party of it never. */
@Controller()
export class GuardedController {
  constructor(
    private readonly minors: Minors,
    private readonly bars: Bars,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(deskActEndpoints.markMinor)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asTicket, 'changed_meanwhile')
  markMinor(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() { version }: SeenBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.minors.mark(tx, person, id, version));
  }

  @Route(deskActEndpoints.askUnlock)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asTicket, 'unlock_not_needed', 'unlock_asked_already')
  askUnlock(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() body: AskUnlockBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.minors.ask(tx, person, id, body));
  }

  @Route(deskActEndpoints.decideUnlock)
  @Allow('case_ticket.supervise')
  @Replies(DeskTicketView)
  @Refuses(...asTicket, 'unlock_not_asked', 'unlock_same_person')
  decideUnlock(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() body: DecideUnlockBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.minors.decide(tx, person, id, body));
  }

  @Route(deskActEndpoints.recuse)
  @Allow('case_ticket.triage')
  @Replies(RecusedView)
  @Refuses(...asTicket)
  recuse(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() body: RecuseBody,
  ): Promise<Recused> {
    return this.unitOfWork.run((tx) => this.bars.recuse(tx, person, id, body));
  }

  @Route(deskActEndpoints.bar)
  @Allow('case_ticket.supervise')
  @Replies(DeskTicketView)
  @Refuses(...asTicket, 'case_ticket_not_for_her')
  bar(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() body: BarPersonBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.bars.bar(tx, person, id, body));
  }

  @Route(deskActEndpoints.liftBar)
  @Allow('case_ticket.supervise')
  @Replies(DeskTicketView)
  @Refuses(...asTicket, 'case_ticket_not_for_her')
  liftBar(
    @Who() person: Person,
    @CheckedParams() { id }: DeskTicketParams,
    @CheckedBody() body: BarPersonBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.bars.lift(tx, person, id, body));
  }
}
