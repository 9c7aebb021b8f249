import { Module } from '@nestjs/common';
import { NotificationController } from './notification.controller';
import { Notifications } from './notification.service';

@Module({
  controllers: [NotificationController],
  providers: [Notifications],
  exports: [Notifications],
})
export class NotificationModule {}
