import { type KeptTicket, keptTicketEndpoints, type Page } from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Limit } from '../platform/http/limits';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { ClaimCodeBody } from './case-ticket.dto';
import { ClaimedTickets } from './claimed-ticket.service';
import { KeptTicketRemovedView, KeptTicketView } from './kept-ticket.dto';
import { KeptTickets } from './kept-ticket.service';

/** Only by her own tick, and until she takes it away again. */
@Controller()
export class KeptTicketController {
  constructor(
    private readonly claimed: ClaimedTickets,
    private readonly kept: KeptTickets,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(keptTicketEndpoints.keep, { creates: true })
  @Allow('signed_in')
  @Limit('claim')
  @Replies(KeptTicketView)
  @Refuses('claim_code_not_found', 'too_many_kept')
  async keep(
    @Req() request: ApiRequest,
    @CheckedBody() body: ClaimCodeBody,
    @Who() { accountId }: Person,
  ): Promise<KeptTicket> {
    const { ticketId } = await this.claimed.open(request.ip, body.claimCode);
    return this.once.run(request, (tx) => this.kept.keep(tx, accountId, ticketId), 'her_own');
  }

  @Route(keptTicketEndpoints.mine)
  @Allow('signed_in')
  @Replies(KeptTicketView, { page: true })
  async mine(@Who() { accountId }: Person): Promise<Page<KeptTicket>> {
    return { items: await this.kept.mine(accountId), next: null };
  }

  @Route(keptTicketEndpoints.remove)
  @Allow('signed_in')
  @Replies(KeptTicketRemovedView)
  @Refuses('kept_ticket_not_found')
  async remove(
    @Who() { accountId }: Person,
    @CheckedParams() { id }: IdParams,
  ): Promise<{ removed: boolean }> {
    await this.unitOfWork.run((tx) => this.kept.remove(tx, accountId, id));
    return { removed: true };
  }
}
