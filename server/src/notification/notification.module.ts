import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { HerNotifications } from './her-notifications';
import { NotificationPurge } from './notification-purge';
import { NotificationController } from './notification.controller';
import { Notifications } from './notification.service';

@Module({
  imports: [AccountModule],
  controllers: [NotificationController],
  providers: [HerNotifications, NotificationPurge, Notifications],
  exports: [Notifications],
})
export class NotificationModule {}
