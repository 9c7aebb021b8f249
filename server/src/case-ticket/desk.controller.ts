import {
  type AskedForHelp,
  caseTicketEndpoints,
  deskActEndpoints,
  type DeskTicket,
  type DeskTicketRow,
  type Page,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { asReadableTicket, asTicket } from './as-ticket';
import { AskedForHelpView } from './case-ticket.dto';
import {
  DeskTicketRowView,
  DeskTicketsQueryDto,
  DeskTicketView,
  MoveTicketBody,
  WriteMessageBody,
} from './desk.dto';
import { DeskList } from './desk-list.service';
import { Desk } from './desk.service';
import { checkPhone } from './safe-contact';
import { WriteDownTicketBody } from './written.dto';
import { WritingDown } from './writing-down.service';

@Controller()
export class DeskController {
  constructor(
    private readonly tickets: Desk,
    private readonly deskList: DeskList,
    private readonly writing: WritingDown,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(caseTicketEndpoints.desk)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketRowView, { page: true })
  list(
    @Who() person: Person,
    @CheckedQuery() query: DeskTicketsQueryDto,
  ): Promise<Page<DeskTicketRow>> {
    return this.deskList.page(person, query);
  }

  @Route(deskActEndpoints.writeDown, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(AskedForHelpView)
  @Refuses('federation_not_found', 'case_ticket_not_found')
  writeDown(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedBody() body: WriteDownTicketBody,
  ): Promise<AskedForHelp> {
    if (body.contact) checkPhone(body.contact);
    return this.once.runPrepared(
      request,
      () => this.writing.prepare(person, body),
      (tx, prepared) => this.writing.write(tx, person, body, prepared),
      (tx, { id }) => this.writing.checkStillHers(tx, person, id),
    );
  }

  @Route(caseTicketEndpoints.deskOne)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses('case_ticket_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.tickets.read(tx, person, id));
  }

  @Route(caseTicketEndpoints.move)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asTicket, 'changed_meanwhile', 'hand_over_open')
  move(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: MoveTicketBody,
  ): Promise<DeskTicket> {
    return this.unitOfWork.run((tx) => this.tickets.move(tx, person, id, body));
  }

  @Route(caseTicketEndpoints.write, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(DeskTicketView)
  @Refuses(...asReadableTicket)
  write(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: WriteMessageBody,
  ): Promise<DeskTicket> {
    return this.once.run(
      request,
      (tx) => this.tickets.write(tx, person, id, body),
      (tx) => this.tickets.readAgain(tx, person, id),
    );
  }
}
