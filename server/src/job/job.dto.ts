import {
  type ContractKind,
  contractKinds,
  type Job,
  jobLimits,
  type JobsQuery,
  type JobState,
  jobStates,
  nearestLimits,
  type Point,
  type Shift,
} from '@niangjia/shared';
import { PointPart } from '../platform/geo/point.dto';
import {
  Decimal,
  Flag,
  FreeText,
  Identifier,
  ListOf,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { PageQueryDto } from '../platform/http/page.dto';
import { MyBookingView } from './booking.dto';
import { clockTime } from './clock-time';

export class JobsQueryDto extends PageQueryDto implements JobsQuery {
  @Decimal({ ...nearestLimits.lng, optional: true })
  lng?: number;

  @Decimal({ ...nearestLimits.lat, optional: true })
  lat?: number;

  @Decimal({ ...nearestLimits.radiusMetres, optional: true })
  radiusMetres?: number;

  @Text({ pattern: clockTime, optional: true })
  endsBy?: string;
}

class ShiftView implements Shift {
  @Identifier()
  id!: string;

  @Moment()
  startsAt!: string;

  @Moment()
  endsAt!: string;

  @WholeNumber({ min: 1 })
  places!: number;

  @WholeNumber({ min: 0 })
  placesLeft!: number;

  @Flag()
  cancelled!: boolean;

  @Part(() => MyBookingView, { nullable: true })
  mine!: MyBookingView | null;
}

export class JobView implements Job {
  @Identifier()
  id!: string;

  @Text()
  title!: string;

  @FreeText()
  text!: string;

  @Text()
  employerName!: string;

  @Identifier()
  federationId!: string;

  @Text()
  federationName!: string;

  @Text()
  place!: string;

  @Part(() => PointPart, { description: 'GCJ-02' })
  point!: Point;

  @OneOf(contractKinds)
  contractKind!: ContractKind;

  @WholeNumber({ ...jobLimits.payPerHourFen, nullable: true })
  payPerHourFen!: number | null;

  @Text()
  flexibility!: string;

  @OneOf(jobStates)
  state!: JobState;

  @WholeNumber({ min: 0, nullable: true })
  distanceMetres!: number | null;

  @ListOf(() => ShiftView)
  shifts!: Shift[];

  @Moment({ nullable: true })
  comingFrom!: string | null;

  @Moment({ nullable: true })
  nextFreeAt!: string | null;
}
