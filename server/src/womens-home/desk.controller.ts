import { type DeskWomensHome, type Page, womensHomeEndpoints } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { DeskHomesQuery, DeskWomensHomeView, WomensHomeChangeBody } from './desk.dto';
import { DeskHomes } from './desk.service';
import { WomensHomeParams } from './womens-home.dto';

@Controller()
export class DeskHomeController {
  constructor(private readonly homes: DeskHomes) {}

  @Route(womensHomeEndpoints.deskList)
  @Allow('womens_home.edit')
  @Replies(DeskWomensHomeView, { page: true })
  @Refuses('womens_home_not_found')
  list(
    @Who() person: Person,
    @CheckedQuery() query: DeskHomesQuery,
  ): Promise<Page<DeskWomensHome>> {
    return this.homes.list(person, query);
  }

  @Route(womensHomeEndpoints.deskOne)
  @Allow('womens_home.edit')
  @Replies(DeskWomensHomeView)
  @Refuses('womens_home_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: WomensHomeParams): Promise<DeskWomensHome> {
    return this.homes.one(person, id);
  }

  @Route(womensHomeEndpoints.change)
  @Allow('womens_home.edit')
  @Replies(DeskWomensHomeView)
  @Refuses('womens_home_not_found', 'changed_meanwhile')
  change(
    @Who() person: Person,
    @CheckedParams() { id }: WomensHomeParams,
    @CheckedBody() body: WomensHomeChangeBody,
  ): Promise<DeskWomensHome> {
    return this.homes.change(person, id, body);
  }
}
