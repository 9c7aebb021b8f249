import { type PosterCode, womensHomeEndpoints } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { PointPosterCodeBody, PosterCodeParams, PosterCodeView } from './poster-codes.dto';
import { PosterCodes } from './poster-codes.service';

@Controller()
export class PosterCodeController {
  constructor(private readonly codes: PosterCodes) {}

  @Route(womensHomeEndpoints.pointCode)
  @Allow('womens_home.edit')
  @Replies(PosterCodeView)
  @Refuses('womens_home_not_found', 'code_not_known', 'changed_meanwhile')
  point(
    @Who() person: Person,
    @CheckedParams() { code }: PosterCodeParams,
    @CheckedBody() { womensHomeId }: PointPosterCodeBody,
  ): Promise<PosterCode> {
    return this.codes.point(person, code, womensHomeId);
  }

  @Route(womensHomeEndpoints.endCode)
  @Allow('womens_home.edit')
  @Replies(PosterCodeView)
  @Refuses('code_not_known')
  end(@Who() person: Person, @CheckedParams() { code }: PosterCodeParams): Promise<PosterCode> {
    return this.codes.end(person, code);
  }
}
