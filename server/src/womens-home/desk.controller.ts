import { type DeskWomensHome, type Page, womensHomeEndpoints } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { DeskWomensHomeView, WomensHomeChangeBody } from './desk.dto';
import { DeskHomes } from './desk.service';

@Controller()
export class DeskHomeController {
  constructor(private readonly homes: DeskHomes) {}

  @Route(womensHomeEndpoints.deskList)
  @Allow('womens_home.edit')
  @Replies(DeskWomensHomeView, { page: true })
  @Refuses('womens_home_not_found')
  list(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<DeskWomensHome>> {
    return this.homes.list(person, query);
  }

  @Route(womensHomeEndpoints.deskOne)
  @Allow('womens_home.edit')
  @Replies(DeskWomensHomeView)
  @Refuses('womens_home_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<DeskWomensHome> {
    return this.homes.one(person, id);
  }

  @Route(womensHomeEndpoints.change)
  @Allow('womens_home.edit')
  @Replies(DeskWomensHomeView)
  @Refuses('womens_home_not_found', 'changed_meanwhile')
  change(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: WomensHomeChangeBody,
  ): Promise<DeskWomensHome> {
    return this.homes.change(person, id, body);
  }
}
