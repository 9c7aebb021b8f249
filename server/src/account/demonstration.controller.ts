import {
  accountEndpoints,
  type DemonstrationPerson,
  type Page,
  type Session,
} from '@niangjia/shared';
import { Controller, Req, UseGuards } from '@nestjs/common';
import { Allow } from '../platform/http/allow';
import { CheckedBody } from '../platform/http/checked';
import { Limit } from '../platform/http/limits';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import { DemonstrationPersonView, SessionView, SignInBody } from './account.dto';
import { DemonstrationOnly } from './demonstration-only.guard';
import { DemonstrationPeople } from './demonstration.service';

@Controller()
@UseGuards(DemonstrationOnly)
export class DemonstrationController {
  constructor(
    private readonly demonstration: DemonstrationPeople,
    private readonly once: Once,
  ) {}

  @Route(accountEndpoints.people)
  @Allow('anyone')
  @Replies(DemonstrationPersonView, { page: true })
  @Refuses('not_found')
  async people(): Promise<Page<DemonstrationPerson>> {
    return { items: await this.demonstration.list(), next: null };
  }

  @Route(accountEndpoints.signIn, { creates: true })
  @Allow('anyone')
  @Limit('sign_in')
  @Replies(SessionView)
  @Refuses('no_such_demonstration_person', 'not_found')
  signIn(@Req() request: ApiRequest, @CheckedBody() body: SignInBody): Promise<Session> {
    return this.once.run(request, (tx) => this.demonstration.signIn(tx, body.demonstration));
  }
}
