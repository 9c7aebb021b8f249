import {
  type Job,
  jobLimits,
  type JobsQuery,
  type Page,
  pageLimits,
  type Point,
  readClockTime,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { nearestFirst } from '../platform/geo/nearest-first';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import type { JobRow } from './job.entity';
import {
  findJobs,
  findNewest,
  findPlacesIn,
  findShownJob,
  type JobsWanted,
} from './job.repository';
import { ShownJobs } from './shown-jobs';

type Found = Page<JobRow & { distanceMm?: number }>;

/** The posts that everybody may see. */
@Injectable()
export class ListedJobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly shown: ShownJobs,
  ) {}

  async list(query: JobsQuery, accountId: string | undefined): Promise<Page<Job>> {
    const now = this.clock.now();
    const endsBy = query.endsBy === undefined ? undefined : readClockTime(query.endsBy);
    const point = pointIn(query);
    const wanted = { now, endsBy };
    const { items, next } = await (point
      ? this.nearest(query, point, wanted)
      : this.newest(query, wanted));

    const shifts = { now, endsBy, withPlaces: true, limit: jobLimits.shiftsShown.inList };
    return {
      items: await this.shown.show(this.unitOfWork.reader, items, { shifts, accountId }),
      next,
    };
  }

  async one(id: string, accountId: string | undefined): Promise<Job> {
    const { reader } = this.unitOfWork;
    const row = await findShownJob(reader, id);
    if (!row) throw new Refusal('job_not_found');
    const shifts = { now: this.clock.now(), limit: jobLimits.shiftsShown.ofOne };
    const [job] = await this.shown.show(reader, [row], { shifts, accountId });
    return job!;
  }

  private async newest(query: JobsQuery, wanted: JobsWanted): Promise<Found> {
    const limit = query.limit ?? pageLimits.default;
    const [before] = decodeAfter(query.after, ['']) ?? [];
    const rows = await findNewest(this.unitOfWork.reader, wanted, before, limit);
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  private async nearest(query: JobsQuery, point: Point, wanted: JobsWanted): Promise<Found> {
    const { reader } = this.unitOfWork;
    const { limit = pageLimits.default, radiusMetres } = query;
    const after = decodeAfter(query.after, [0, '']);
    const found = await nearestFirst({ point, limit, after, radiusMetres }, (box) =>
      findPlacesIn(reader, wanted, box),
    );
    const ids = found.map(({ id }) => id);
    const rows = new Map((await findJobs(reader, ids)).map((row) => [row.id, row]));
    const { items, next } = pageOf(
      found,
      limit,
      ({ distanceMm, id }) => [distanceMm, id],
      (row) => row,
    );
    return {
      items: items.flatMap(({ id, distanceMm }) => {
        const row = rows.get(id);
        return row ? [{ ...row, distanceMm }] : [];
      }),
      next,
    };
  }
}

/** Both or neither. */
function pointIn({ lng, lat, radiusMetres }: JobsQuery): Point | undefined {
  if (lng !== undefined && lat !== undefined) return { lng, lat };
  const isHalf = lng !== undefined || lat !== undefined || radiusMetres !== undefined;
  if (!isHalf) return undefined;
  const missing = lng === undefined ? 'lng' : 'lat';
  throw new Refusal('bad_input', { fields: { [missing]: '经度和纬度要一起给。' } });
}
