import {
  type ContractKind,
  contractKinds,
  type DeskJob,
  type JobChange,
  type JobDraft,
  jobLimits,
  type JobState,
  jobStates,
  type MoveJob,
  type Point,
  type ShiftPattern,
  type Weekday,
} from '@niangjia/shared';
import { PointPart } from '../platform/geo/point.dto';
import {
  DayField,
  Flag,
  FreeText,
  Identifier,
  ListOf,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { clockTime } from './clock-time';
import { JobView } from './job.dto';
import { WeekdaysField } from './weekdays.field';

class ShiftPatternPart implements ShiftPattern {
  @WeekdaysField()
  weekdays!: Weekday[];

  @Text({ pattern: clockTime })
  starts!: string;

  @Text({ pattern: clockTime })
  ends!: string;

  @DayField()
  from!: string;

  @DayField()
  to!: string;

  @WholeNumber(jobLimits.places)
  places!: number;
}

export class JobDraftBody implements JobDraft {
  @Identifier()
  federationId!: string;

  @Text(jobLimits.titleChars)
  title!: string;

  @FreeText(jobLimits.textChars)
  text!: string;

  @Text(jobLimits.employerNameChars)
  employerName!: string;

  @Text(jobLimits.placeChars)
  place!: string;

  @Part(() => PointPart, { description: 'GCJ-02' })
  point!: Point;

  @OneOf(contractKinds)
  contractKind!: ContractKind;

  @WholeNumber({ ...jobLimits.payPerHourFen, nullable: true })
  payPerHourFen!: number | null;

  @Text(jobLimits.flexibilityChars)
  flexibility!: string;

  @ListOf(() => ShiftPatternPart, jobLimits.shiftPatterns)
  shiftPatterns!: ShiftPattern[];

  @Flag({ optional: true })
  wordingIsLawful?: boolean;
}

export class JobChangeBody extends JobDraftBody implements JobChange {
  @WholeNumber({ min: 1 })
  version!: number;
}

export class MoveJobBody implements MoveJob {
  @OneOf(jobStates)
  to!: JobState;

  @Text({ ...jobLimits.reasonChars, optional: true })
  reason?: string;
}

export class DeskJobView extends JobView implements DeskJob {
  @WholeNumber({ min: 1 })
  version!: number;

  @ListOf(() => ShiftPatternPart)
  shiftPatterns!: ShiftPattern[];

  @Flag()
  mayEdit!: boolean;
}
