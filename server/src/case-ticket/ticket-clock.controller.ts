import {
  deadlineEndpoints,
  type Escalation,
  type Page,
  type TicketDeadlines,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Once } from '../platform/http/once';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { asTicket } from './as-ticket';
import { Desk } from './desk.service';
import { Escalations } from './escalation.service';
import {
  AskExtensionBody,
  ClockParams,
  DecideExtensionBody,
  EscalationView,
  StartDeadlineBody,
  TicketDeadlinesView,
} from './ticket-clock.dto';
import { TicketClocks } from './ticket-clock.service';

@Controller()
export class TicketClockController {
  constructor(
    private readonly clocks: TicketClocks,
    private readonly desk: Desk,
    private readonly escalations: Escalations,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(deadlineEndpoints.start, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(TicketDeadlinesView)
  @Refuses(...asTicket, 'deadline_started_already')
  start(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: StartDeadlineBody,
  ): Promise<TicketDeadlines> {
    return this.once.run(
      request,
      (tx) => this.clocks.start(tx, person, id, body),
      (tx) => this.desk.look(tx, person, id, 'read'),
    );
  }

  @Route(deadlineEndpoints.meet)
  @Allow('case_ticket.triage')
  @Replies(TicketDeadlinesView)
  @Refuses(...asTicket, 'deadline_not_running')
  meet(
    @Who() person: Person,
    @CheckedParams() { id, rule }: ClockParams,
  ): Promise<TicketDeadlines> {
    return this.unitOfWork.run((tx) => this.clocks.meet(tx, person, id, rule));
  }

  @Route(deadlineEndpoints.askExtension, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(TicketDeadlinesView)
  @Refuses(
    ...asTicket,
    'deadline_not_found',
    'deadline_not_extendable',
    'deadline_not_running',
    'deadline_over',
    'extension_asked_already',
  )
  askExtension(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id, rule }: ClockParams,
    @CheckedBody() body: AskExtensionBody,
  ): Promise<TicketDeadlines> {
    return this.once.run(
      request,
      (tx) => this.clocks.askExtension(tx, person, id, rule, body),
      (tx) => this.desk.look(tx, person, id, 'read'),
    );
  }

  @Route(deadlineEndpoints.decideExtension)
  @Allow('case_ticket.triage')
  @Replies(TicketDeadlinesView)
  @Refuses(
    ...asTicket,
    'deadline_not_found',
    'deadline_not_running',
    'deadline_over',
    'extension_not_asked',
    'extension_same_person',
  )
  decideExtension(
    @Who() person: Person,
    @CheckedParams() { id, rule }: ClockParams,
    @CheckedBody() body: DecideExtensionBody,
  ): Promise<TicketDeadlines> {
    return this.unitOfWork.run((tx) => this.clocks.decideExtension(tx, person, id, rule, body));
  }

  @Route(deadlineEndpoints.escalations)
  @Allow('case_ticket.triage')
  @Replies(EscalationView, { page: true })
  escalated(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<Escalation>> {
    return this.escalations.page(person, query);
  }
}
