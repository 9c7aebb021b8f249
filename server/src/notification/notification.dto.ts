import {
  type Inbox,
  type Notification,
  type NotificationKind,
  notificationKinds,
  pageLimits,
  type PageQuery,
} from '@niangjia/shared';
import { Identifier, ListOf, Moment, OneOf, Text, WholeNumber } from '../platform/http/fields';

export class NotificationParams {
  @Identifier()
  id!: string;
}

export class InboxQuery implements PageQuery {
  @WholeNumber({ min: 1, max: pageLimits.max, optional: true })
  limit?: number;

  @Text({ max: pageLimits.afterChars, optional: true })
  after?: string;
}

export class NotificationView implements Notification {
  @Identifier()
  id!: string;

  @OneOf(notificationKinds)
  kind!: NotificationKind;

  @Text()
  text!: string;

  @Identifier()
  aboutId!: string;

  @Moment()
  createdAt!: string;

  @Moment({ nullable: true })
  readAt!: string | null;
}

export class InboxView implements Inbox {
  @ListOf(() => NotificationView)
  items!: Notification[];

  @Text({ nullable: true })
  next!: string | null;

  @WholeNumber({ min: 0 })
  unread!: number;
}
