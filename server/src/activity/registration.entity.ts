import type { RegistrationState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const registrationCalledAs = sealedColumn('registration', 'called_as');

@Entity('registration')
@Index('registration_live', ['liveKey'], { unique: true })
@Index('registration_queue', ['activityId', 'state', 'queueNumber'])
@Index('registration_activity', ['activityId', 'registeredAt', 'id'])
@Index('registration_account', ['accountId', 'registeredAt', 'id'])
export class RegistrationRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  activityId!: string;

  @Column(column.id())
  accountId!: string;

  @Column(column.integer())
  seats!: number;

  @Column(column.str(20))
  state!: RegistrationState;

  /** Activity and account while it is live, null once cancelled: one live registration each. */
  @Column(column.nullable(column.str(53)))
  liveKey!: string | null;

  /** Her place in the queue, kept when she is promoted; null when she never waited. */
  @Column(column.nullable(column.integer()))
  queueNumber!: number | null;

  /** Sealed: what the staff shall call her while it is live; null when her account's name will do. */
  @Column(column.nullable(column.str(400)))
  calledAs!: string | null;

  @Column(column.at())
  registeredAt!: number;
}

export const liveKeyOf = (activityId: string, accountId: string): string =>
  `${activityId}.${accountId}`;
