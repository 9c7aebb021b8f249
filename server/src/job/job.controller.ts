import { type Job, jobEndpoints, type Page } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { Allow } from '../platform/http/allow';
import { CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { JobsQueryDto, JobView } from './job.dto';
import { ListedJobs } from './job.service';

@Controller()
export class JobController {
  constructor(private readonly jobs: ListedJobs) {}

  @Route(jobEndpoints.list)
  @Allow('anyone')
  @Replies(JobView, { page: true })
  list(@Who() person: Person | undefined, @CheckedQuery() query: JobsQueryDto): Promise<Page<Job>> {
    return this.jobs.list(query, person?.accountId);
  }

  @Route(jobEndpoints.one)
  @Allow('anyone')
  @Replies(JobView)
  @Refuses('job_not_found')
  one(@Who() person: Person | undefined, @CheckedParams() { id }: IdParams): Promise<Job> {
    return this.jobs.one(id, person?.accountId);
  }
}
