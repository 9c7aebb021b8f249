import {
  type NearestHomes,
  type Page,
  type ScannedCode,
  type WomensHome,
  womensHomeEndpoints,
  type WomensHomeSummary,
} from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { Allow } from '../platform/http/allow';
import { CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import {
  CodeParams,
  NearestHomesView,
  NearestQueryDto,
  ScannedCodeView,
  WomensHomesQueryDto,
  WomensHomeSummaryView,
  WomensHomeView,
} from './womens-home.dto';
import { ListedHomes } from './womens-home.service';

@Controller()
export class WomensHomeController {
  constructor(private readonly homes: ListedHomes) {}

  @Route(womensHomeEndpoints.nearest)
  @Allow('anyone')
  @Replies(NearestHomesView)
  nearest(@CheckedQuery() query: NearestQueryDto): Promise<NearestHomes> {
    return this.homes.nearest(query);
  }

  @Route(womensHomeEndpoints.list)
  @Allow('anyone')
  @Replies(WomensHomeSummaryView, { page: true })
  list(@CheckedQuery() query: WomensHomesQueryDto): Promise<Page<WomensHomeSummary>> {
    return this.homes.list(query);
  }

  @Route(womensHomeEndpoints.one)
  @Allow('anyone')
  @Replies(WomensHomeView)
  @Refuses('womens_home_not_found')
  one(@CheckedParams() { id }: IdParams): Promise<WomensHome> {
    return this.homes.one(id);
  }

  @Route(womensHomeEndpoints.scanned)
  @Allow('anyone')
  @Replies(ScannedCodeView)
  @Refuses('code_not_known')
  scanned(@CheckedParams() { code }: CodeParams): Promise<ScannedCode> {
    return this.homes.scanned(code);
  }
}
