import {
  type Closure,
  type ClosureQuery,
  type ClosureTicketsQuery,
  type Day,
  pageLimits,
} from '@niangjia/shared';
import { DayField, Flag, Identifier, Text, WholeNumber } from '../platform/http/fields';

export class ClosureQueryDto implements ClosureQuery {
  @DayField()
  fromDay!: Day;

  @DayField()
  toDay!: Day;

  @Identifier({ optional: true })
  federationId?: string;
}

export class ClosureTicketsQueryDto extends ClosureQueryDto implements ClosureTicketsQuery {
  @Flag()
  closed!: boolean;

  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;
}

export class ClosureView implements Closure {
  @DayField()
  fromDay!: Day;

  @DayField()
  toDay!: Day;

  @WholeNumber({ min: 0 })
  due!: number;

  @WholeNumber({ min: 0 })
  closed!: number;
}
