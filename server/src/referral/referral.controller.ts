import {
  type Page,
  type Referral,
  referralEndpoints,
  type ReferralRow,
  type TicketReferrals,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { asReadableTicket, Desk } from '../case-ticket';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow, StepUp } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Once } from '../platform/http/once';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies, RepliesFile } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { PrintFont } from '../platform/print/print-font';
import {
  MoveReferralBody,
  ReferralRowView,
  ReferralView,
  SendReferralBody,
  TicketReferralsView,
} from './referral.dto';
import { Referrals } from './referral.service';
import { slipOnPaper } from './slip-paper';
import { WaitingList } from './waiting-list.service';

@Controller()
export class ReferralController {
  constructor(
    private readonly referrals: Referrals,
    private readonly desk: Desk,
    private readonly waiting: WaitingList,
    private readonly font: PrintFont,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(referralEndpoints.ofTicket)
  @Allow('case_ticket.triage')
  @Replies(TicketReferralsView)
  @Refuses('case_ticket_not_found')
  ofTicket(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<TicketReferrals> {
    return this.unitOfWork.run((tx) => this.referrals.ofTicket(tx, person, id));
  }

  @Route(referralEndpoints.send, { creates: true })
  @Allow('case_ticket.triage')
  @StepUp()
  @Replies(ReferralView)
  @Refuses(...asReadableTicket, 'too_many_referrals')
  send(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: SendReferralBody,
  ): Promise<Referral> {
    return this.once.run(
      request,
      (tx) => this.referrals.send(tx, person, id, body),
      (tx) => this.desk.readAgain(tx, person, id),
    );
  }

  @Route(referralEndpoints.unanswered)
  @Allow('case_ticket.triage')
  @Replies(ReferralRowView, { page: true })
  unanswered(
    @Who() person: Person,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<ReferralRow>> {
    return this.waiting.page(person, query);
  }

  @Route(referralEndpoints.one)
  @Allow('case_ticket.triage')
  @Replies(ReferralView)
  @Refuses('case_ticket_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<Referral> {
    return this.unitOfWork.run((tx) => this.referrals.one(tx, person, id));
  }

  @Route(referralEndpoints.move)
  @Allow('case_ticket.triage')
  @Replies(ReferralView)
  @Refuses(...asReadableTicket, 'referral_wrong_state')
  move(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: MoveReferralBody,
  ): Promise<Referral> {
    return this.unitOfWork.run((tx) => this.referrals.move(tx, person, id, body));
  }

  @Route(referralEndpoints.slip)
  @Allow('case_ticket.triage')
  @StepUp()
  @RepliesFile('application/pdf')
  @Refuses(
    'case_ticket_not_found',
    'case_ticket_locked',
    'case_ticket_wrong_state',
    'print_no_font',
  )
  async slip(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<Buffer> {
    const slip = await this.unitOfWork.run((tx) => this.referrals.toPrint(tx, person, id));
    return slipOnPaper(await this.font.read(), slip);
  }
}
