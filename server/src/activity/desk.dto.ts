import {
  type ActivityChange,
  type ActivityDraft,
  activityLimits,
  type ActivityState,
  activityStates,
  type DeskActivity,
  type DeskRegistration,
  type MoveActivity,
  registrationLimits,
  type RegistrationState,
  registrationStates,
} from '@niangjia/shared';
import { PointPart } from '../platform/geo/point.dto';
import {
  FreeText,
  Identifier,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../platform/http/fields';
import { ActivityView } from './activity.dto';

export class ActivityDraftBody implements ActivityDraft {
  @Identifier()
  federationId!: string;

  @Text(activityLimits.titleChars)
  title!: string;

  @FreeText(activityLimits.textChars)
  text!: string;

  @Text(activityLimits.placeChars)
  place!: string;

  @Part(() => PointPart, { description: 'GCJ-02' })
  point!: PointPart;

  @Moment()
  startsAt!: string;

  @Moment()
  endsAt!: string;

  @Moment()
  registrationClosesAt!: string;

  @Moment()
  cancellableUntil!: string;

  @WholeNumber(activityLimits.seats)
  seats!: number;
}

export class ActivityChangeBody extends ActivityDraftBody implements ActivityChange {
  @WholeNumber({ min: 1 })
  version!: number;
}

export class MoveActivityBody implements MoveActivity {
  @OneOf(activityStates)
  to!: ActivityState;

  @Text({ ...activityLimits.reasonChars, optional: true })
  reason?: string;
}

export class DeskActivityView extends ActivityView implements DeskActivity {
  @WholeNumber({ min: 1 })
  version!: number;
}

export class DeskRegistrationView implements DeskRegistration {
  @Identifier()
  id!: string;

  @Text()
  name!: string;

  @WholeNumber(registrationLimits.seats)
  seats!: number;

  @OneOf(registrationStates)
  state!: RegistrationState;

  @Moment()
  registeredAt!: string;
}
