import { pageLimits, type PageQuery } from '@niangjia/shared';
import { Text, WholeNumber } from './fields';

/** Which part of a list is wanted. */
export class PageQueryDto implements PageQuery {
  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;
}
