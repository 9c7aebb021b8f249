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
import { DemonstrationOnly } from './demonstration-only.guard';
import { DemonstrationPeople } from './demonstration.service';
import { type Person, Who } from './person';
import { DemonstrationPersonView, SessionView, SignInBody } from './sign-in.dto';
import { SignIns } from './sign-in.service';

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignIns,
    private readonly demonstration: DemonstrationPeople,
    private readonly once: Once,
  ) {}

  @Route(accountEndpoints.signIn, { creates: true })
  @Allow('anyone')
  @Limit('sign_in')
  @Replies(SessionView)
  @Refuses(
    'no_such_demonstration_person',
    'not_found',
    'sign_in_unavailable',
    'wechat_blocked',
    'wechat_busy',
    'wechat_code_used',
    'wechat_too_often',
  )
  signIn(
    @Req() request: ApiRequest,
    @CheckedBody() body: SignInBody,
    @Who() before?: Person,
  ): Promise<Session> {
    return this.once.runPrepared(
      request,
      () => this.signIns.whoIs(body),
      (tx, known) => this.signIns.signIn(tx, known, before),
      'her_own',
    );
  }

  @Route(accountEndpoints.people)
  @UseGuards(DemonstrationOnly)
  @Allow('anyone')
  @Replies(DemonstrationPersonView, { page: true })
  @Refuses('not_found')
  async people(): Promise<Page<DemonstrationPerson>> {
    return { items: await this.demonstration.list(), next: null };
  }
}
