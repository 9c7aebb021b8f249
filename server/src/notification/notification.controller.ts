import { type Inbox, type Notification, notificationEndpoints } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedParams, CheckedQuery } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { PageQueryDto } from '../platform/http/page.dto';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { InboxView, NotificationView } from './notification.dto';
import { Notifications } from './notification.service';

@Controller()
export class NotificationController {
  constructor(
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(notificationEndpoints.inbox)
  @Allow('signed_in')
  @Replies(InboxView)
  inbox(@Who() { accountId }: Person, @CheckedQuery() query: PageQueryDto): Promise<Inbox> {
    return this.notifications.inbox(accountId, query);
  }

  @Route(notificationEndpoints.read)
  @Allow('signed_in')
  @Replies(NotificationView)
  @Refuses('notification_not_found')
  read(@Who() { accountId }: Person, @CheckedParams() { id }: IdParams): Promise<Notification> {
    return this.unitOfWork.run((tx) => this.notifications.read(tx, accountId, id));
  }
}
