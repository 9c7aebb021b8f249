import { type Division, type Federation, federationEndpoints, type Page } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { Allow } from '../platform/http/allow';
import { CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { Divisions } from './division.service';
import { DivisionsQuery, DivisionView, FederationView } from './federation.dto';
import { Federations } from './federation.service';

@Controller()
export class FederationController {
  constructor(
    private readonly federations: Federations,
    private readonly divisionTree: Divisions,
  ) {}

  @Route(federationEndpoints.one)
  @Allow('anyone')
  @Replies(FederationView)
  @Refuses('federation_not_found')
  one(@CheckedParams() { id }: IdParams): Promise<Federation> {
    return this.federations.one(id);
  }

  @Route(federationEndpoints.children)
  @Allow('anyone')
  @Replies(FederationView, { page: true })
  @Refuses('federation_not_found')
  children(
    @CheckedParams() { id }: IdParams,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<Federation>> {
    return this.federations.children(id, query);
  }

  @Route(federationEndpoints.chain)
  @Allow('anyone')
  @Replies(FederationView, { page: true })
  @Refuses('federation_not_found')
  chain(@CheckedParams() { id }: IdParams): Promise<Page<Federation>> {
    return this.federations.chain(id);
  }

  @Route(federationEndpoints.divisions)
  @Allow('anyone')
  @Replies(DivisionView, { page: true })
  divisions(@CheckedQuery() query: DivisionsQuery): Promise<Page<Division>> {
    return this.divisionTree.list(query);
  }
}
