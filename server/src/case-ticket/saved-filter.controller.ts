import { type Page, type SavedFilter, savedFilterEndpoints } from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { FilterRemovedView, SavedFilterView, SaveFilterBody } from './saved-filter.dto';
import { SavedFilters } from './saved-filter.service';

@Controller()
export class SavedFilterController {
  constructor(
    private readonly filters: SavedFilters,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(savedFilterEndpoints.mine)
  @Allow('case_ticket.triage')
  @Replies(SavedFilterView, { page: true })
  async mine(@Who() { accountId }: Person): Promise<Page<SavedFilter>> {
    return { items: await this.filters.mine(accountId), next: null };
  }

  @Route(savedFilterEndpoints.save, { creates: true })
  @Allow('case_ticket.triage')
  @Replies(SavedFilterView)
  @Refuses('too_many_desk_filters')
  save(
    @Req() request: ApiRequest,
    @Who() { accountId }: Person,
    @CheckedBody() body: SaveFilterBody,
  ): Promise<SavedFilter> {
    return this.once.run(request, (tx) => this.filters.save(tx, accountId, body), 'her_own');
  }

  @Route(savedFilterEndpoints.remove)
  @Allow('case_ticket.triage')
  @Replies(FilterRemovedView)
  @Refuses('desk_filter_not_found')
  async remove(
    @Who() { accountId }: Person,
    @CheckedParams() { id }: IdParams,
  ): Promise<{ removed: boolean }> {
    await this.unitOfWork.run((tx) => this.filters.remove(tx, accountId, id));
    return { removed: true };
  }
}
