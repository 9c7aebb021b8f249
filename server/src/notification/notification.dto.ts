import {
  type Inbox,
  type Notification,
  type NotificationKind,
  notificationKinds,
} from '@niangjia/shared';
import { Identifier, ListOf, Moment, OneOf, Text, WholeNumber } from '../platform/http/fields';

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
