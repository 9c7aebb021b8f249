import {
  type ActivitiesQuery,
  type Activity,
  type ActivityState,
  activityStates,
  type MyRegistration,
  nearestLimits,
  pageLimits,
  type Point,
} from '@niangjia/shared';
import { PointPart } from '../platform/geo/point.dto';
import {
  DayField,
  Decimal,
  FreeText,
  Identifier,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { MyRegistrationView } from './registration.dto';

export class ActivityParams {
  @Identifier()
  id!: string;
}

export class ActivitiesQueryDto implements ActivitiesQuery {
  @DayField({ optional: true })
  day?: string;

  @Decimal({ ...nearestLimits.lng, optional: true })
  lng?: number;

  @Decimal({ ...nearestLimits.lat, optional: true })
  lat?: number;

  @Decimal({ ...nearestLimits.radiusMetres, optional: true })
  radiusMetres?: number;

  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;
}

export class ActivityView implements Activity {
  @Identifier()
  id!: string;

  @Text()
  title!: string;

  @FreeText()
  text!: string;

  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @Text()
  place!: string;

  @Part(() => PointPart, { description: 'GCJ-02' })
  point!: Point;

  @Text({ nullable: true })
  phone!: string | null;

  @Moment()
  startsAt!: string;

  @Moment()
  endsAt!: string;

  @Moment()
  registrationClosesAt!: string;

  @Moment()
  cancellableUntil!: string;

  @WholeNumber({ min: 1 })
  seats!: number;

  @WholeNumber({ min: 0 })
  seatsLeft!: number;

  @WholeNumber({ min: 0 })
  waiting!: number;

  @OneOf(activityStates)
  state!: ActivityState;

  @Text({ nullable: true })
  cancelReason!: string | null;

  @WholeNumber({ min: 0, nullable: true })
  distanceMetres!: number | null;

  @Part(() => MyRegistrationView, { nullable: true })
  mine!: MyRegistration | null;
}
