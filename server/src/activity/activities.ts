import type { ActivityState } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { cellOf } from '../platform/geo/cells';
import { newId } from '../platform/ids';
import { ActivityRow } from './activity.entity';
import { ActivityScopeRow } from './activity-scope.entity';
import { scopeOf, type Written } from './desk.repository';

export interface NewActivity extends Omit<Written, 'cell' | 'updatedAt'> {
  state: ActivityState;
  cancelReason: string | null;
}

const batchRows = 500;

/** Adds activities as they are, many at a time. */
@Injectable()
export class Activities {
  constructor(private readonly clock: Clock) {}

  /** Answers the ids, in the order given. */
  async add(tx: EntityManager, activities: readonly NewActivity[]): Promise<string[]> {
    const none = { taken: 0, waiting: 0, queued: 0, version: 1 };
    const rows = activities.map((activity) => ({
      ...activity,
      ...none,
      id: newId(),
      cell: cellOf(activity.lng, activity.lat),
      updatedAt: this.clock.now(),
    }));
    for (let from = 0; from < rows.length; from += batchRows) {
      const batch = rows.slice(from, from + batchRows);
      await tx.insert(ActivityRow, batch);
      await tx.insert(ActivityScopeRow, batch.flatMap(scopeOf));
    }
    return rows.map(({ id }) => id);
  }
}
