import { type Enterprise, enterpriseEndpoints, type Page } from '@niangjia/shared';
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
import {
  EnterpriseChangeBody,
  EnterpriseQueryDto,
  EnterpriseView,
  NewEnterpriseBody,
} from './enterprise.dto';
import { Enterprises } from './enterprise.service';

@Controller()
export class EnterpriseController {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(enterpriseEndpoints.list)
  @Allow('organisation.read')
  @Replies(EnterpriseView, { page: true })
  list(
    @Who() person: Person,
    @CheckedQuery() query: EnterpriseQueryDto,
  ): Promise<Page<Enterprise>> {
    return this.enterprises.list(person, query);
  }

  @Route(enterpriseEndpoints.add, { creates: true })
  @Allow('organisation.edit')
  @Replies(EnterpriseView)
  @Refuses('federation_not_found', 'enterprise_not_found', 'day_to_come')
  add(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedBody() body: NewEnterpriseBody,
  ): Promise<Enterprise> {
    return this.once.run(
      request,
      (tx) => this.enterprises.add(tx, person, body),
      (tx, { id }) => this.enterprises.rowOf(tx, person, id),
    );
  }

  @Route(enterpriseEndpoints.change)
  @Allow('organisation.edit')
  @Replies(EnterpriseView)
  @Refuses('enterprise_not_found', 'federation_not_found', 'changed_meanwhile', 'day_to_come')
  change(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: EnterpriseChangeBody,
  ): Promise<Enterprise> {
    return this.unitOfWork.run((tx) => this.enterprises.change(tx, person, id, body));
  }
}
