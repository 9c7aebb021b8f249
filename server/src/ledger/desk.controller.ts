import { type DeskGrid, ledgerEndpoints, type Page } from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Once } from '../platform/http/once';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { DeskGridView, GridHolderBody, GridHolderParams, NewGridBody } from './desk.dto';
import { DeskGrids } from './desk.service';

@Controller()
export class DeskGridController {
  constructor(
    private readonly grids: DeskGrids,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(ledgerEndpoints.deskGrids)
  @Allow('link.hand_over')
  @Replies(DeskGridView, { page: true })
  list(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<DeskGrid>> {
    return this.grids.list(person, query);
  }

  @Route(ledgerEndpoints.addGrid, { creates: true })
  @Allow('link.hand_over')
  @Replies(DeskGridView)
  @Refuses('federation_not_found', 'grid_not_found')
  add(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedBody() body: NewGridBody,
  ): Promise<DeskGrid> {
    return this.once.run(
      request,
      (tx) => this.grids.add(tx, person, body),
      (tx, { id }) => this.grids.rowOf(tx, person, id),
    );
  }

  @Route(ledgerEndpoints.giveGrid)
  @Allow('link.hand_over')
  @Replies(DeskGridView)
  @Refuses('grid_not_found', 'link_holder_not_found')
  give(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() { accountId }: GridHolderBody,
  ): Promise<DeskGrid> {
    return this.unitOfWork.run((tx) => this.grids.give(tx, person, id, accountId));
  }

  @Route(ledgerEndpoints.takeGridBack)
  @Allow('link.hand_over')
  @Replies(DeskGridView)
  @Refuses('grid_not_found')
  takeBack(
    @Who() person: Person,
    @CheckedParams() { id, accountId }: GridHolderParams,
  ): Promise<DeskGrid> {
    return this.unitOfWork.run((tx) => this.grids.takeBack(tx, person, id, accountId));
  }
}
