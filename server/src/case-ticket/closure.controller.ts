import { type Closure, closureEndpoints, type DeskTicketRow, type Page } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { Allow } from '../platform/http/allow';
import { CheckedQuery } from '../platform/http/checked';
import { Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { ClosureQueryDto, ClosureTicketsQueryDto, ClosureView } from './closure.dto';
import { Closures } from './closure.service';
import { DeskTicketRowView } from './desk.dto';

@Controller()
export class ClosureController {
  constructor(private readonly closures: Closures) {}

  @Route(closureEndpoints.closure)
  @Allow('case_ticket.triage')
  @Replies(ClosureView)
  closure(@Who() person: Person, @CheckedQuery() query: ClosureQueryDto): Promise<Closure> {
    return this.closures.closure(person, query);
  }

  @Route(closureEndpoints.tickets)
  @Allow('case_ticket.triage')
  @Replies(DeskTicketRowView, { page: true })
  tickets(
    @Who() person: Person,
    @CheckedQuery() query: ClosureTicketsQueryDto,
  ): Promise<Page<DeskTicketRow>> {
    return this.closures.tickets(person, query);
  }
}
