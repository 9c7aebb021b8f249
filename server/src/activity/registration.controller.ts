import { type MyRegistration, type Page, registrationEndpoints } from '@niangjia/shared';
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
import { MyRegistrationView, RegisterBody } from './registration.dto';
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
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: RegisterBody,
  ): Promise<MyRegistration> {
    return this.once.run(
      request,
      (tx) => this.registrations.register(tx, accountId, id, body),
      'her_own',
    );
  }

  @Route(registrationEndpoints.cancel)
  @Allow('signed_in')
  @Replies(MyRegistrationView)
  @Refuses('registration_not_found', 'registration_cancelled', 'too_late_to_cancel')
  cancel(@Who() { accountId }: Person, @CheckedParams() { id }: IdParams): Promise<MyRegistration> {
    return this.unitOfWork.run((tx) => this.registrations.cancel(tx, accountId, id));
  }

  @Route(registrationEndpoints.mine)
  @Allow('signed_in')
  @Replies(MyRegistrationView, { page: true })
  mine(
    @Who() { accountId }: Person,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<MyRegistration>> {
    return this.registrations.mine(accountId, query);
  }
}
