import {
  type Inbox,
  type Notification,
  type NotificationKind,
  pageLimits,
  type PageQuery,
  rfc3339,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import type { NotificationRow } from './notification.entity';
import {
  aboutIds,
  countUnread,
  deleteAbout,
  findHers,
  findInbox,
  insertNotifications,
  setRead,
} from './notification.repository';

export interface News {
  kind: NotificationKind;
  /** The activity or the job to open. */
  aboutId: string;
  /** In neutral words: somebody else may be looking. */
  text: string;
}

@Injectable()
export class Notifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
  ) {}

  /** In the transaction of what it tells: whoever is told can see that it is so. Nobody who has gone is. */
  async tell(tx: EntityManager, accountIds: readonly string[], news: News): Promise<void> {
    const there = await this.accounts.holdThose(tx, accountIds);
    const createdAt = this.clock.now();
    const told = { ...news, createdAt, readAt: null };
    await insertNotifications(
      tx,
      there.map((accountId) => ({ ...told, id: newId(), accountId })),
    );
  }

  /** What she is not to know of any more is not in her inbox either. */
  async forgetAbout(tx: EntityManager, accountId: string, aboutId: string): Promise<void> {
    await deleteAbout(tx, accountId, aboutId);
  }

  /** What she was told of. */
  toldOf(db: EntityManager, accountId: string): Promise<string[]> {
    return aboutIds(db, accountId);
  }

  async inbox(accountId: string, query: PageQuery): Promise<Inbox> {
    const { reader } = this.unitOfWork;
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, [0, '']);

    const rows = await findInbox(reader, accountId, after, limit);

    const unread = await countUnread(reader, accountId);
    return { ...pageOf(rows, limit, ({ createdAt, id }) => [createdAt, id], viewOf), unread };
  }

  async read(tx: EntityManager, accountId: string, id: string): Promise<Notification> {
    const now = this.clock.now();
    const row = await findHers(tx, accountId, id);
    if (!row) throw new Refusal('notification_not_found');

    await setRead(tx, id, now);
    return viewOf({ ...row, readAt: row.readAt ?? now });
  }
}

const viewOf = ({ id, kind, text, aboutId, createdAt, readAt }: NotificationRow): Notification => ({
  id,
  kind,
  text,
  aboutId,
  createdAt: rfc3339(createdAt),
  readAt: readAt === null ? null : rfc3339(readAt),
});
