import {
  activityEndpoints,
  type DeskActivity,
  type DeskRegistration,
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
import {
  ActivityChangeBody,
  ActivityDraftBody,
  DeskActivityView,
  DeskRegistrationView,
  MoveActivityBody,
} from './desk.dto';
import { DeskActivities } from './desk.service';
import { ActivityMoves } from './moves.service';

@Controller()
export class DeskActivityController {
  constructor(
    private readonly activities: DeskActivities,
    private readonly moves: ActivityMoves,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(activityEndpoints.deskList)
  @Allow('activity.edit')
  @Replies(DeskActivityView, { page: true })
  list(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<DeskActivity>> {
    return this.activities.list(person, query);
  }

  @Route(activityEndpoints.deskOne)
  @Allow('activity.edit')
  @Replies(DeskActivityView)
  @Refuses('activity_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<DeskActivity> {
    return this.activities.read(person, id);
  }

  @Route(activityEndpoints.create, { creates: true })
  @Allow('activity.edit')
  @Replies(DeskActivityView)
  @Refuses('federation_not_found', 'activity_not_found', 'activity_times_wrong')
  create(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedBody() body: ActivityDraftBody,
  ): Promise<DeskActivity> {
    return this.once.run(
      request,
      (tx) => this.activities.create(tx, person, body),
      (tx, { id }) => this.activities.one(tx, person, id),
    );
  }

  @Route(activityEndpoints.change)
  @Allow('activity.edit')
  @Replies(DeskActivityView)
  @Refuses(
    'activity_not_found',
    'federation_not_found',
    'activity_times_wrong',
    'changed_meanwhile',
    'activity_wrong_state',
    'activity_over',
    'activity_seats_taken',
    'activity_waiting_larger',
  )
  change(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: ActivityChangeBody,
  ): Promise<DeskActivity> {
    return this.unitOfWork.run((tx) => this.activities.change(tx, person, id, body));
  }

  @Route(activityEndpoints.move)
  @Allow('activity.edit')
  @Replies(DeskActivityView)
  @Refuses(
    'activity_not_found',
    'activity_wrong_state',
    'activity_started',
    'activity_times_wrong',
    'cancel_needs_reason',
  )
  move(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: MoveActivityBody,
  ): Promise<DeskActivity> {
    return this.unitOfWork.run((tx) => this.moves.move(tx, person, id, body));
  }

  @Route(activityEndpoints.registrations)
  @Allow('activity.edit')
  @Replies(DeskRegistrationView, { page: true })
  @Refuses('activity_not_found')
  registrations(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedQuery() query: PageQueryDto,
  ): Promise<Page<DeskRegistration>> {
    return this.unitOfWork.run((tx) => this.activities.registrations(tx, person, id, query));
  }
}
