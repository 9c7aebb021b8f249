import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { HerNotifications } from './her-notifications';
import { NotificationController } from './notification.controller';
import { Notifications } from './notification.service';

@Module({
  imports: [AccountModule],
  controllers: [NotificationController],
  providers: [HerNotifications, Notifications],
  exports: [Notifications],
})
export class NotificationModule {}
