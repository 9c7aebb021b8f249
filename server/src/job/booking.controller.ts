import {
  bookingEndpoints,
  type EmployersBooking,
  type MyBooking,
  type Page,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Once } from '../platform/http/once';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { BookBody, EmployersBookingView, MyBookingView } from './booking.dto';
import { Bookings } from './booking.service';
import { EmployersView } from './employers-view.service';

@Controller()
export class BookingController {
  constructor(
    private readonly bookings: Bookings,
    private readonly employers: EmployersView,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(bookingEndpoints.book, { creates: true })
  @Allow('signed_in')
  @Replies(MyBookingView)
  @Refuses('shift_not_found', 'job_closed', 'shift_started', 'shift_full', 'already_booked')
  book(
    @Req() request: ApiRequest,
    @Who() { accountId }: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: BookBody,
  ): Promise<MyBooking> {
    return this.once.run(request, (tx) => this.bookings.book(tx, accountId, id, body), 'her_own');
  }

  @Route(bookingEndpoints.cancel)
  @Allow('signed_in')
  @Replies(MyBookingView)
  @Refuses('booking_not_found', 'booking_cancelled', 'shift_started')
  cancel(@Who() { accountId }: Person, @CheckedParams() { id }: IdParams): Promise<MyBooking> {
    return this.unitOfWork.run((tx) => this.bookings.cancel(tx, accountId, id));
  }

  @Route(bookingEndpoints.mine)
  @Allow('signed_in')
  @Replies(MyBookingView, { page: true })
  mine(
    @Who() { accountId }: Person,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<MyBooking>> {
    return this.bookings.mine(accountId, query);
  }

  @Route(bookingEndpoints.employers)
  @Allow('booking.read_shared', 'job.edit')
  @Replies(EmployersBookingView, { page: true })
  @Refuses('job_not_found')
  employersView(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<EmployersBooking>> {
    return this.unitOfWork.run((tx) => this.employers.page(tx, person, id, query));
  }
}
