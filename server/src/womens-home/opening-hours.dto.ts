import {
  type Day,
  type HoursOverride,
  type OpenInterval,
  type OpeningHours,
  openingHoursLimits,
} from '@niangjia/shared';
import { DayField, ListOf, OneOf, Text } from '../platform/http/fields';
import { IntervalsField, WeekField } from './intervals.field';

const { reasonChars, overrides } = openingHoursLimits;

class HoursOverridePart implements HoursOverride {
  @DayField()
  from!: Day;

  @DayField()
  to!: Day;

  @IntervalsField()
  intervals!: OpenInterval[];

  @Text({ max: reasonChars })
  reason!: string;
}

export class OpeningHoursPart implements OpeningHours {
  @WeekField()
  weekly!: OpenInterval[][];

  @OneOf(['closed', 'as_usual'])
  onHolidays!: OpeningHours['onHolidays'];

  @ListOf(() => HoursOverridePart, { max: overrides })
  overrides!: HoursOverridePart[];
}
