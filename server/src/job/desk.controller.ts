import { type DeskJob, jobEndpoints, type Page } from '@niangjia/shared';
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
import { DeskJobView, JobChangeBody, JobDraftBody, MoveJobBody } from './desk.dto';
import { DeskJobs } from './desk.service';

@Controller()
export class DeskJobController {
  constructor(
    private readonly jobs: DeskJobs,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(jobEndpoints.deskList)
  @Allow('job.edit', 'booking.read_shared')
  @Replies(DeskJobView, { page: true })
  list(@Who() person: Person, @CheckedQuery() query: PageQueryDto): Promise<Page<DeskJob>> {
    return this.jobs.list(person, query);
  }

  @Route(jobEndpoints.deskOne)
  @Allow('job.edit')
  @Replies(DeskJobView)
  @Refuses('job_not_found')
  one(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<DeskJob> {
    return this.jobs.one(person, id);
  }

  @Route(jobEndpoints.create, { creates: true })
  @Allow('job.edit')
  @Replies(DeskJobView)
  @Refuses('federation_not_found', 'job_not_found', 'shift_pattern_wrong', 'job_wording')
  create(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedBody() body: JobDraftBody,
  ): Promise<DeskJob> {
    return this.once.run(
      request,
      (tx) => this.jobs.create(tx, person, body),
      (tx, { id }) => this.jobs.read(tx, person, id),
    );
  }

  @Route(jobEndpoints.change)
  @Allow('job.edit')
  @Replies(DeskJobView)
  @Refuses(
    'job_not_found',
    'federation_not_found',
    'changed_meanwhile',
    'shift_pattern_wrong',
    'shift_places_taken',
    'job_wording',
  )
  change(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: JobChangeBody,
  ): Promise<DeskJob> {
    return this.unitOfWork.run((tx) => this.jobs.change(tx, person, id, body));
  }

  @Route(jobEndpoints.move)
  @Allow('job.edit')
  @Replies(DeskJobView)
  @Refuses('job_not_found', 'job_wrong_state', 'close_needs_reason', 'changed_meanwhile')
  move(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: MoveJobBody,
  ): Promise<DeskJob> {
    return this.unitOfWork.run((tx) => this.jobs.move(tx, person, id, body));
  }
}
