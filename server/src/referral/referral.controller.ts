import {
  type Page,
  type Referral,
  referralEndpoints,
  type ReferralRow,
  type TicketReferrals,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { Once } from '../platform/http/once';
import { Refuses, Replies, RepliesFile } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { PrintFont } from '../platform/print/print-font';
import {
  MoveReferralBody,
  ReferralParams,
  ReferralRowView,
  ReferralView,
  SendReferralBody,
  TicketReferralsView,
  WaitingQuery,
} from './referral.dto';
import { Referrals } from './referral.service';
import { slipOnPaper } from './slip-paper';
import { WaitingList } from './waiting-list.service';

const asTicket = [
  'case_ticket_not_found',
  'case_ticket_wrong_state',
  'case_ticket_sealed',
  'case_ticket_locked',
] as const;

@Controller()
export class ReferralController {
  constructor(
    private readonly referrals: Referrals,
    private readonly waiting: WaitingList,
    private readonly font: PrintFont,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(referralEndpoints.ofTicket)
  @Allow('case_ticket.triage')
  @Replies(TicketReferralsView)
  @Refuses('case_ticket_not_found')
  ofTicket(
    @Who() person: Person,
    @CheckedParams() { id }: ReferralParams,
  ): Promise<TicketReferrals> {
    return this.unitOfWork.run((tx) => this.referrals.ofTicket(tx, person, id));
  }

  @Route(referralEndpoints.send, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(ReferralView)
  @Refuses(...asTicket, 'too_many_referrals')
  send(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: ReferralParams,
    @CheckedBody() body: SendReferralBody,
  ): Promise<Referral> {
    return this.once.run(request, (tx) => this.referrals.send(tx, person, id, body));
  }

  @Route(referralEndpoints.unanswered)
  @Allow('case_ticket.triage')
  @Replies(ReferralRowView, { page: true })
  unanswered(
    @Who() person: Person,
    @CheckedQuery() query: WaitingQuery,
  ): Promise<Page<ReferralRow>> {
    return this.waiting.page(person, query);
  }

  @Route(referralEndpoints.one)
  @Allow('case_ticket.triage')
  @Replies(ReferralView)
  @Refuses('case_ticket_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: ReferralParams): Promise<Referral> {
    return this.unitOfWork.run((tx) => this.referrals.one(tx, person, id));
  }

  @Route(referralEndpoints.move)
  @Allow('case_ticket.triage')
  @Replies(ReferralView)
  @Refuses(...asTicket, 'referral_wrong_state')
  move(
    @Who() person: Person,
    @CheckedParams() { id }: ReferralParams,
    @CheckedBody() body: MoveReferralBody,
  ): Promise<Referral> {
    return this.unitOfWork.run((tx) => this.referrals.move(tx, person, id, body));
  }

  @Route(referralEndpoints.slip)
  @Allow('case_ticket.triage')
  @RepliesFile('application/pdf')
  @Refuses('case_ticket_not_found', 'print_no_font')
  async slip(@Who() person: Person, @CheckedParams() { id }: ReferralParams): Promise<Buffer> {
    const slip = await this.unitOfWork.run((tx) =>
      this.referrals.one(tx, person, id, 'print_referral'),
    );
    return slipOnPaper(await this.font.read(), slip);
  }
}
