import {
  type ActivitiesQuery,
  type Activity,
  type ActivityState,
  activityStates,
  type MyRegistration,
  nearestLimits,
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
import { PageQueryDto } from '../platform/http/page.dto';
import { MyRegistrationView } from './registration.dto';

export class ActivitiesQueryDto extends PageQueryDto implements ActivitiesQuery {
  @DayField({ optional: true })
  day?: string;

  @Decimal({ ...nearestLimits.lng, optional: true })
  lng?: number;

  @Decimal({ ...nearestLimits.lat, optional: true })
  lat?: number;

  @Decimal({ ...nearestLimits.radiusMetres, optional: true })
  radiusMetres?: number;
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
