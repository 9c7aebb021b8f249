import { herBarEndpoints, type WhoSees } from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody } from '../platform/http/checked';
import { Limit } from '../platform/http/limits';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { ClaimCodeBody } from './case-ticket.dto';
import { ClaimedTickets } from './claimed-ticket.service';
import { BarByHerBody, WhoSeesView, WithdrawBarRequestBody } from './her-bars.dto';
import { HerBars } from './her-bars.service';

/** Who can see her ticket, and whom she does not want to: with her claim code and no account. */
@Controller()
export class HerBarsController {
  constructor(
    private readonly tickets: ClaimedTickets,
    private readonly bars: HerBars,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(herBarEndpoints.whoSees)
  @Allow('anyone')
  @Limit('claim')
  @Replies(WhoSeesView)
  @Refuses('claim_code_not_found', 'case_ticket_sealed')
  async whoSees(
    @Req() { ip }: ApiRequest,
    @CheckedBody() { claimCode }: ClaimCodeBody,
  ): Promise<WhoSees> {
    return this.bars.whoSees(await this.tickets.open(ip, claimCode));
  }

  @Route(herBarEndpoints.bar)
  @Allow('anyone')
  @Limit('claim')
  @Replies(WhoSeesView)
  @Refuses(
    'claim_code_not_found',
    'case_ticket_sealed',
    'case_ticket_not_for_her',
    'bar_leaves_nobody',
    'changed_meanwhile',
  )
  async bar(@Req() { ip }: ApiRequest, @CheckedBody() body: BarByHerBody): Promise<WhoSees> {
    const opened = await this.tickets.open(ip, body.claimCode);
    return this.unitOfWork.run((tx) => this.bars.bar(tx, opened, body));
  }

  @Route(herBarEndpoints.withdrawRequest)
  @Allow('anyone')
  @Limit('claim')
  @Replies(WhoSeesView)
  @Refuses('claim_code_not_found', 'case_ticket_sealed', 'bar_request_not_found')
  async withdrawRequest(
    @Req() { ip }: ApiRequest,
    @CheckedBody() { claimCode, requestId }: WithdrawBarRequestBody,
  ): Promise<WhoSees> {
    const opened = await this.tickets.open(ip, claimCode);
    return this.unitOfWork.run((tx) => this.bars.withdrawRequest(tx, opened, requestId));
  }
}
