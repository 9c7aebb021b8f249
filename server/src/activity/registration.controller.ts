import { type MyRegistration, type Page, registrationEndpoints } from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams, CheckedQuery } from '../platform/http/checked';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { ActivityParams } from './activity.dto';
import {
  MyRegistrationView,
  RegisterBody,
  RegistrationParams,
  RegistrationsQuery,
} from './registration.dto';
import { Registrations } from './registration.service';

@Controller()
export class RegistrationController {
  constructor(
    private readonly registrations: Registrations,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(registrationEndpoints.register, { creates: true })
  @Allow('signed_in')
  @Replies(MyRegistrationView)
  @Refuses(
    'activity_not_found',
    'activity_closed',
    'activity_cancelled',
    'waiting_list_closed',
    'already_registered',
  )
  register(
    @Req() request: ApiRequest,
    @Who() { accountId }: Person,
    @CheckedParams() { id }: ActivityParams,
    @CheckedBody() body: RegisterBody,
  ): Promise<MyRegistration> {
    return this.once.run(request, (tx) => this.registrations.register(tx, accountId, id, body));
  }

  @Route(registrationEndpoints.cancel)
  @Allow('signed_in')
  @Replies(MyRegistrationView)
  @Refuses('registration_not_found', 'registration_cancelled', 'too_late_to_cancel')
  cancel(
    @Who() { accountId }: Person,
    @CheckedParams() { id }: RegistrationParams,
  ): Promise<MyRegistration> {
    return this.unitOfWork.run((tx) => this.registrations.cancel(tx, accountId, id));
  }

  @Route(registrationEndpoints.mine)
  @Allow('signed_in')
  @Replies(MyRegistrationView, { page: true })
  mine(
    @Who() { accountId }: Person,
    @CheckedQuery() query: RegistrationsQuery,
  ): Promise<Page<MyRegistration>> {
    return this.registrations.mine(accountId, query);
  }
}
