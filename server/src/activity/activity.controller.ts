import { type Activity, activityEndpoints, type Page } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { Allow } from '../platform/http/allow';
import { CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { ActivitiesQueryDto, ActivityView } from './activity.dto';
import { ListedActivities } from './activity.service';

@Controller()
export class ActivityController {
  constructor(private readonly activities: ListedActivities) {}

  @Route(activityEndpoints.list)
  @Allow('anyone')
  @Replies(ActivityView, { page: true })
  list(
    @Who() person: Person | undefined,
    @CheckedQuery() query: ActivitiesQueryDto,
  ): Promise<Page<Activity>> {
    return this.activities.list(person, query);
  }

  @Route(activityEndpoints.one)
  @Allow('anyone')
  @Replies(ActivityView)
  @Refuses('activity_not_found')
  one(@Who() person: Person | undefined, @CheckedParams() { id }: IdParams): Promise<Activity> {
    return this.activities.one(person, id);
  }
}
