import {
  type AskedForHelp,
  caseTicketEndpoints,
  type ClaimedTicket,
  deskActEndpoints,
  type WhoseDesk,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedQuery } from '../platform/http/checked';
import { Limit } from '../platform/http/limits';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { Asking } from './asking.service';
import {
  AddFactsBody,
  AnswerDangerBody,
  AskBarBody,
  AskedForHelpView,
  AskForHelpBody,
  ClaimCodeBody,
  ClaimedTicketView,
  SetSafeContactBody,
  WhoseDeskQueryDto,
  WhoseDeskView,
} from './case-ticket.dto';
import { ClaimedTickets } from './claimed-ticket.service';
import { DeskFinder } from './desk-finder.service';
import { checkPhone } from './safe-contact';

/** What a woman does, with no account: she asks, and follows it with her claim code. */
@Controller()
export class CaseTicketController {
  constructor(
    private readonly asking: Asking,
    private readonly tickets: ClaimedTickets,
    private readonly desks: DeskFinder,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(caseTicketEndpoints.whoseDesk)
  @Allow('anyone')
  @Replies(WhoseDeskView)
  whoseDesk(@CheckedQuery() query: WhoseDeskQueryDto): Promise<WhoseDesk> {
    return this.desks.name(query);
  }

  @Route(caseTicketEndpoints.ask, { creates: true })
  @Allow('anyone')
  @Limit('ask')
  @Replies(AskedForHelpView)
  ask(@Req() request: ApiRequest, @CheckedBody() body: AskForHelpBody): Promise<AskedForHelp> {
    return this.once.runPrepared(
      request,
      () => this.asking.prepare(body),
      (tx, prepared) => this.asking.receive(tx, body, prepared),
      'her_own',
    );
  }

  @Route(caseTicketEndpoints.claim)
  @Allow('anyone')
  @Limit('claim')
  @Replies(ClaimedTicketView)
  @Refuses('claim_code_not_found')
  async claim(
    @Req() { ip }: ApiRequest,
    @CheckedBody() body: ClaimCodeBody,
  ): Promise<ClaimedTicket> {
    return this.tickets.read(await this.tickets.open(ip, body.claimCode));
  }

  @Route(caseTicketEndpoints.addFacts, { creates: true })
  @Allow('anyone')
  @Limit('claim')
  @Replies(ClaimedTicketView)
  @Refuses('claim_code_not_found', 'case_ticket_wrong_state', 'case_ticket_sealed')
  async addFacts(
    @Req() request: ApiRequest,
    @CheckedBody() body: AddFactsBody,
  ): Promise<ClaimedTicket> {
    const opened = await this.tickets.open(request.ip, body.claimCode);
    return this.once.run(
      request,
      (tx) => this.tickets.addFacts(tx, opened, body.text),
      (tx, kept) => this.tickets.checkStillReads(tx, opened, kept),
    );
  }

  @Route(caseTicketEndpoints.answerDanger)
  @Allow('anyone')
  @Limit('claim')
  @Replies(ClaimedTicketView)
  @Refuses('claim_code_not_found', 'case_ticket_wrong_state', 'case_ticket_sealed')
  async answerDanger(
    @Req() { ip }: ApiRequest,
    @CheckedBody() body: AnswerDangerBody,
  ): Promise<ClaimedTicket> {
    const opened = await this.tickets.open(ip, body.claimCode);
    return this.unitOfWork.run((tx) => this.tickets.answerDanger(tx, opened, body.inDanger));
  }

  @Route(caseTicketEndpoints.setSafeContact)
  @Allow('anyone')
  @Limit('claim')
  @Replies(ClaimedTicketView)
  @Refuses('claim_code_not_found', 'case_ticket_wrong_state', 'case_ticket_sealed')
  async setSafeContact(
    @Req() { ip }: ApiRequest,
    @CheckedBody() body: SetSafeContactBody,
  ): Promise<ClaimedTicket> {
    checkPhone(body.contact);
    const opened = await this.tickets.open(ip, body.claimCode);
    return this.unitOfWork.run((tx) => this.tickets.setSafeContact(tx, opened, body.contact));
  }

  @Route(deskActEndpoints.askBar, { creates: true })
  @Allow('anyone')
  @Limit('claim')
  @Replies(ClaimedTicketView)
  @Refuses('claim_code_not_found', 'case_ticket_wrong_state', 'case_ticket_sealed')
  async askBar(
    @Req() request: ApiRequest,
    @CheckedBody() { claimCode, who, isHead }: AskBarBody,
  ): Promise<ClaimedTicket> {
    const opened = await this.tickets.open(request.ip, claimCode);
    return this.once.run(
      request,
      (tx) => this.tickets.askBar(tx, opened, { who, isHead }),
      (tx, kept) => this.tickets.checkStillReads(tx, opened, kept),
    );
  }

  @Route(caseTicketEndpoints.withdraw)
  @Allow('anyone')
  @Limit('claim')
  @Replies(ClaimedTicketView)
  @Refuses('claim_code_not_found', 'case_ticket_wrong_state')
  async withdraw(
    @Req() { ip }: ApiRequest,
    @CheckedBody() body: ClaimCodeBody,
  ): Promise<ClaimedTicket> {
    const opened = await this.tickets.open(ip, body.claimCode);
    return this.unitOfWork.run((tx) => this.tickets.withdraw(tx, opened));
  }
}
