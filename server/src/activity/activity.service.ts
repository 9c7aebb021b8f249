import {
  type ActivitiesQuery,
  type Activity,
  addDays,
  momentAt,
  type MyRegistration,
  type Page,
  pageLimits,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { Person } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { nearestFirst } from '../platform/geo/nearest-first';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import type { ActivityRow } from './activity.entity';
import {
  type ComingWanted,
  findActivities,
  findComing,
  findListed,
  findPlacesIn,
} from './activity.repository';
import { findLive } from './registration.repository';
import { Registrations } from './registration.service';
import { activityView } from './views';
import { WhoHolds } from './who-holds.service';

/** What everybody may see of activities. */
@Injectable()
export class ListedActivities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly whoHolds: WhoHolds,
    private readonly registrations: Registrations,
  ) {}

  list(person: Person | undefined, query: ActivitiesQuery): Promise<Page<Activity>> {
    const { lng, lat } = query;
    if (lng !== undefined && lat !== undefined) return this.nearest(person, query, { lng, lat });
    if (lng !== undefined || lat !== undefined || query.radiusMetres !== undefined)
      throw halfAPlace();
    return this.soonest(person, query);
  }

  async one(person: Person | undefined, id: string): Promise<Activity> {
    const row = await findListed(this.unitOfWork.reader, id);
    if (!row) throw new Refusal('activity_not_found');
    const [view] = await this.show(person, [row]);
    return view!;
  }

  private async soonest(
    person: Person | undefined,
    query: ActivitiesQuery,
  ): Promise<Page<Activity>> {
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, [0, '']) ?? [0, ''];
    const rows = await findComing(this.unitOfWork.reader, this.coming(query), after, limit);
    const views = await this.show(person, rows);
    return pageOf(
      rows.map((row, at) => ({ row, view: views[at]! })),
      limit,
      ({ row }) => [row.startsAt, row.id],
      ({ view }) => view,
    );
  }

  private async nearest(
    person: Person | undefined,
    { radiusMetres, limit = pageLimits.default, ...query }: ActivitiesQuery,
    point: { lng: number; lat: number },
  ): Promise<Page<Activity>> {
    const { reader } = this.unitOfWork;
    const after = decodeAfter(query.after, [0, '']);
    const coming = this.coming(query);
    const near = await nearestFirst({ point, limit, after, radiusMetres }, (box) =>
      findPlacesIn(reader, coming, box),
    );
    const rows = await findActivities(
      reader,
      near.map(({ activityId }) => activityId),
    );
    const metres = new Map(
      near.map(({ activityId, distanceMm }) => [activityId, Math.round(distanceMm / 1000)]),
    );
    const views = await this.show(person, rows, metres);
    const byId = new Map(views.map((view) => [view.id, view]));
    return pageOf(
      near,
      limit,
      ({ distanceMm, id }) => [distanceMm, id],
      ({ activityId }) => byId.get(activityId)!,
    );
  }

  private coming({ day }: ActivitiesQuery): ComingWanted {
    const now = this.clock.now();
    if (day === undefined) return { now };
    return { now, from: momentAt(day, 0), to: momentAt(addDays(day, 1), 0) };
  }

  private async show(
    person: Person | undefined,
    rows: readonly ActivityRow[],
    metres = new Map<string, number>(),
  ): Promise<Activity[]> {
    const holders = await this.whoHolds.of(this.unitOfWork.reader, rows);
    const mine = await this.mine(person, rows);
    return rows.map((row) =>
      activityView(row, {
        ...holders.get(row.id)!,
        distanceMetres: metres.get(row.id),
        mine: mine.get(row.id),
      }),
    );
  }

  /** Her live registrations by activity id. */
  private async mine(
    person: Person | undefined,
    activities: readonly ActivityRow[],
  ): Promise<Map<string, MyRegistration>> {
    if (!person) return new Map();
    const { reader } = this.unitOfWork;
    const ids = activities.map(({ id }) => id);
    const rows = await findLive(reader, person.accountId, ids);
    const views = await this.registrations.show(reader, rows);
    return new Map([...views.values()].map((view) => [view.activityId, view]));
  }
}

const halfAPlace = (): Refusal =>
  new Refusal('bad_input', { fields: { lng: '经度和纬度要一起填，才能按远近排。' } });
