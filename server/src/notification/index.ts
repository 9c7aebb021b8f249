export { NotificationByAge1000000000460 } from './notification-by-age.migration';
export { NotificationRow } from './notification.entity';
export { CreateNotification1000000000450 } from './notification.migration';
export { NotificationModule } from './notification.module';
export { type News, Notifications } from './notification.service';
