import {
  type LinkedWoman,
  linkEndpoints,
  type LinkHolder,
  type LinkOfHers,
  type Page,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow, StepUp } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Limit } from '../platform/http/limits';
import { Once } from '../platform/http/once';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { HerLinks } from './her-links.service';
import {
  HandedOverView,
  HandOverLinksBody,
  LinkCodeBody,
  LinkedWomanView,
  LinkHolderView,
  LinkOfHersView,
} from './link.dto';
import { LinkHolders } from './link-holders.service';
import { LinkedWomen } from './linked-women.service';

/** Links (联系户) as an 执委, the woman herself and the staff of the branch see them. */
@Controller()
export class LinkController {
  constructor(
    private readonly women: LinkedWomen,
    private readonly hers: HerLinks,
    private readonly holding: LinkHolders,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(linkEndpoints.onMyPhone)
  @Allow('visit.log')
  @Replies(LinkedWomanView, { page: true })
  onMyPhone(
    @Who() person: Person,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<LinkedWoman>> {
    return this.women.of(person, query);
  }

  @Route(linkEndpoints.byCode)
  @Allow('anyone')
  @Limit('claim')
  @Replies(LinkOfHersView)
  @Refuses('link_code_not_found')
  async byCode(@Req() { ip }: ApiRequest, @CheckedBody() body: LinkCodeBody): Promise<LinkOfHers> {
    return this.hers.read(await this.hers.open(ip, body.linkCode));
  }

  @Route(linkEndpoints.endByCode)
  @Allow('anyone')
  @Limit('claim')
  @Replies(LinkOfHersView)
  @Refuses('link_code_not_found')
  async endByCode(
    @Req() { ip }: ApiRequest,
    @CheckedBody() body: LinkCodeBody,
  ): Promise<LinkOfHers> {
    const link = await this.hers.open(ip, body.linkCode);
    return this.unitOfWork.run((tx) => this.hers.end(tx, link, null));
  }

  @Route(linkEndpoints.keep)
  @Allow('signed_in')
  @Limit('claim')
  @Replies(LinkOfHersView)
  @Refuses('link_code_not_found')
  async keep(
    @Req() { ip }: ApiRequest,
    @CheckedBody() body: LinkCodeBody,
    @Who() { accountId }: Person,
  ): Promise<LinkOfHers> {
    const link = await this.hers.open(ip, body.linkCode);
    return this.unitOfWork.run((tx) => this.hers.keep(tx, accountId, link));
  }

  @Route(linkEndpoints.mine)
  @Allow('signed_in')
  @Replies(LinkOfHersView, { page: true })
  mine(@Who() { accountId }: Person): Promise<Page<LinkOfHers>> {
    return this.hers.mine(accountId);
  }

  @Route(linkEndpoints.end)
  @Allow('signed_in')
  @Replies(LinkOfHersView)
  @Refuses('link_not_found')
  end(@Who() { accountId }: Person, @CheckedParams() { id }: IdParams): Promise<LinkOfHers> {
    return this.unitOfWork.run((tx) => this.hers.endMine(tx, accountId, id));
  }

  @Route(linkEndpoints.holders)
  @Allow('link.hand_over')
  @Replies(LinkHolderView, { page: true })
  holders(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<LinkHolder>> {
    return this.holding.list(person, query);
  }

  @Route(linkEndpoints.handOver, { creates: true })
  @Allow('link.hand_over')
  @StepUp()
  @Replies(HandedOverView)
  @Refuses('link_holder_not_found')
  handOver(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedBody() body: HandOverLinksBody,
  ): Promise<{ handedOver: number }> {
    return this.once.run(
      request,
      (tx) => this.holding.handOver(tx, person, body),
      // How many it were, and nothing of them.
      'her_own',
    );
  }
}
