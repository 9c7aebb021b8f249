import {
  type Book,
  bookingLimits,
  type BookingState,
  bookingStates,
  type EmployersBooking,
  type MyBooking,
  type SharedWithEmployer,
} from '@niangjia/shared';
import { Flag, FreeText, Identifier, Moment, OneOf, Part, Text } from '../platform/http/fields';

const phone = { is: /^[\d +-]+$/, say: '电话只写数字、空格、加号和短横。' };

class SharedWithEmployerPart implements SharedWithEmployer {
  @Text(bookingLimits.nameChars)
  name!: string;

  @Text({ ...bookingLimits.phoneChars, pattern: phone })
  phone!: string;
}

export class BookBody implements Book {
  @FreeText({ ...bookingLimits.remarkChars, optional: true })
  remark?: string;

  @Flag({ optional: true })
  declaresCare?: boolean;

  @Part(() => SharedWithEmployerPart, { optional: true })
  shareWithEmployer?: SharedWithEmployerPart;
}

export class MyBookingView implements MyBooking {
  @Identifier()
  id!: string;

  @Identifier()
  shiftId!: string;

  @Identifier()
  jobId!: string;

  @Text()
  jobTitle!: string;

  @Text()
  employerName!: string;

  @Text()
  place!: string;

  @Moment()
  startsAt!: string;

  @Moment()
  endsAt!: string;

  @OneOf(bookingStates)
  state!: BookingState;

  @Part(() => SharedWithEmployerPart, { nullable: true })
  shared!: SharedWithEmployer | null;

  @FreeText({ nullable: true })
  remark!: string | null;

  @Text({ nullable: true })
  cancelReason!: string | null;

  @Moment()
  bookedAt!: string;
}

export class EmployersBookingView implements EmployersBooking {
  @Identifier()
  id!: string;

  @Identifier()
  shiftId!: string;

  @Moment()
  startsAt!: string;

  @Moment()
  endsAt!: string;

  @OneOf(bookingStates)
  state!: BookingState;

  @Text({ nullable: true })
  name!: string | null;

  @Text({ nullable: true })
  phone!: string | null;

  @FreeText({ nullable: true })
  remark!: string | null;
}
