import {
  type CountedItem,
  type FoundFederations,
  healthEndpoints,
  organisationEndpoints,
  type OrganisationFile,
  type OrganisationHealth,
  type Page,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow, StepUp } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Once } from '../platform/http/once';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { Counted } from './counted.service';
import { FederationSearch } from './federation-search';
import { Health } from './health.service';
import {
  ConversionBody,
  CountedItemView,
  CountedQueryDto,
  FindFederationsQuery,
  FoundFederationsView,
  MoveFederationBody,
  OrganisationFileView,
  OrganisationHealthView,
} from './organisation.dto';
import { Organisations } from './organisation.service';

@Controller()
export class OrganisationController {
  constructor(
    private readonly organisations: Organisations,
    private readonly behind: Counted,
    private readonly search: FederationSearch,
    private readonly healthOf: Health,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(organisationEndpoints.find)
  @Allow('organisation.read')
  @Replies(FoundFederationsView)
  find(
    @Who() person: Person,
    @CheckedQuery() { words }: FindFederationsQuery,
  ): Promise<FoundFederations> {
    return this.search.find(this.unitOfWork.reader, person, words);
  }

  @Route(organisationEndpoints.one)
  @Allow('organisation.read')
  @Replies(OrganisationFileView)
  @Refuses('federation_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<OrganisationFile> {
    return this.organisations.file(this.unitOfWork.reader, person, id);
  }

  @Route(organisationEndpoints.counted)
  @Allow('organisation.read')
  @Replies(CountedItemView, { page: true })
  @Refuses('federation_not_found')
  counted(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedQuery() query: CountedQueryDto,
  ): Promise<Page<CountedItem>> {
    return this.behind.list(person, id, query);
  }

  @Route(healthEndpoints.list)
  @Allow('organisation.read')
  @Replies(OrganisationHealthView, { page: true })
  @Refuses('federation_not_found')
  health(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<OrganisationHealth>> {
    return this.healthOf.list(person, id, query);
  }

  @Route(organisationEndpoints.move, { creates: true })
  @Allow('organisation.edit')
  @StepUp()
  @Replies(OrganisationFileView)
  @Refuses(
    'federation_not_found',
    'changed_meanwhile',
    'day_to_come',
    'top_stays',
    'lies_there_already',
    'lies_below_itself',
    'level_does_not_fit',
    'federation_too_deep',
  )
  move(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: MoveFederationBody,
  ): Promise<OrganisationFile> {
    return this.once.run(
      request,
      (tx) => this.organisations.move(tx, person, id, body),
      (tx) => this.organisations.file(tx, person, id),
    );
  }

  @Route(organisationEndpoints.convert)
  @Allow('organisation.edit')
  @Replies(OrganisationFileView)
  @Refuses('federation_not_found', 'changed_meanwhile', 'day_to_come')
  convert(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() { convertedOn }: ConversionBody,
  ): Promise<OrganisationFile> {
    return this.unitOfWork.run((tx) => this.organisations.convert(tx, person, id, convertedOn));
  }
}
