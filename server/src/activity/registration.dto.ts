import {
  type MyRegistration,
  type Register,
  registrationLimits,
  type RegistrationState,
  registrationStates,
} from '@niangjia/shared';
import { Identifier, Moment, OneOf, Text, WholeNumber } from '../platform/http/fields';

export class RegisterBody implements Register {
  @WholeNumber({ ...registrationLimits.seats, optional: true })
  seats?: number;

  @Text({ ...registrationLimits.calledAsChars, optional: true })
  calledAs?: string;
}

export class MyRegistrationView implements MyRegistration {
  @Identifier()
  id!: string;

  @Identifier()
  activityId!: string;

  @Text()
  activityTitle!: string;

  @Moment()
  startsAt!: string;

  @Text()
  place!: string;

  @Moment()
  cancellableUntil!: string;

  @WholeNumber(registrationLimits.seats)
  seats!: number;

  @OneOf(registrationStates)
  state!: RegistrationState;

  @WholeNumber({ min: 0, nullable: true, description: '前面还有几份候补' })
  waitingBefore!: number | null;

  @WholeNumber({ min: 0, nullable: true, description: '还差几个名额' })
  seatsShort!: number | null;

  @Text({ nullable: true, description: '活动取消的原因' })
  cancelReason!: string | null;

  @Moment()
  registeredAt!: string;
}
