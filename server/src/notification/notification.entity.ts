import type { NotificationKind } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('notification')
@Index('notification_inbox', ['accountId', 'createdAt', 'id'])
@Index('notification_age', ['createdAt'])
@Index('notification_unread', ['accountId', 'readAt'])
export class NotificationRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  accountId!: string;

  @Column(column.str(40))
  kind!: NotificationKind;

  /** An activity or a job. */
  @Column(column.id())
  aboutId!: string;

  @Column(column.str(400))
  text!: string;

  @Column(column.at())
  createdAt!: number;

  @Column(column.nullable(column.at()))
  readAt!: number | null;
}
