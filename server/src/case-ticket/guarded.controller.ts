import {
  approvalEndpoints,
  deskActEndpoints,
  type DeskTicket,
  type Page,
  type Recused,
  type TicketApprovals,
} from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow, StepUp } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { ApprovalsQueryDto, TicketApprovalsView } from './approvals.dto';
import { Approvals } from './approvals.service';
import { Bars } from './bars.service';
import { SeenBody } from './desk-acts.dto';
import { DeskTicketView } from './desk.dto';
import {
  AskUnlockBody,
  BarPersonBody,
  DecideUnlockBody,
  RecusedView,
  RecuseBody,
} from './guarded.dto';
import { Minors } from './minors.service';

const asThere = ['case_ticket_not_found', 'case_ticket_wrong_state'] as const;

/** Who may read a ticket at all: of a minor with a second person's word, of a party of it never. */
@Controller()
export class GuardedController {
  constructor(
    private readonly minors: Minors,
    private readonly bars: Bars,
    private readonly approvals: Approvals,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(deskActEndpoints.markMinor)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asThere, 'changed_meanwhile')
  markMinor(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() { version }: SeenBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.minors.mark(tx, person, id, version));
  }

  @Route(deskActEndpoints.askUnlock)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asThere, 'unlock_not_needed', 'unlock_asked_already')
  askUnlock(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: AskUnlockBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.minors.ask(tx, person, id, body));
  }

  @Route(deskActEndpoints.decideUnlock)
  @Allow('case_ticket.triage')
  @StepUp()
  @Replies(DeskTicketView)
  @Refuses(...asThere, 'unlock_not_asked', 'unlock_same_person')
  decideUnlock(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: DecideUnlockBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.minors.decide(tx, person, id, body));
  }

  @Route(approvalEndpoints.list)
  @Allow('case_ticket.triage')
  @Replies(TicketApprovalsView, { page: true })
  listed(
    @Who() person: Person,
    @CheckedQuery() query: ApprovalsQueryDto,
  ): Promise<Page<TicketApprovals>> {
    return this.approvals.page(person, query);
  }

  @Route(deskActEndpoints.recuse)
  @Allow('case_ticket.triage')
  @Replies(RecusedView)
  @Refuses(...asThere)
  recuse(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: RecuseBody,
  ): Promise<Recused> {
    return this.unitOfWork.run((tx) => this.bars.recuse(tx, person, id, body));
  }

  @Route(deskActEndpoints.bar)
  @Allow('case_ticket.supervise')
  @Replies(DeskTicketView)
  @Refuses(...asThere, 'case_ticket_not_for_her')
  bar(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: BarPersonBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.bars.bar(tx, person, id, body));
  }

  @Route(deskActEndpoints.liftBar)
  @Allow('case_ticket.supervise')
  @Replies(DeskTicketView)
  @Refuses(...asThere, 'case_ticket_not_for_her')
  liftBar(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: BarPersonBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.bars.lift(tx, person, id, body));
  }
}
