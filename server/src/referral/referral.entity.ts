import type { Day, ReferralGround, ReferralRecipient, ReferralState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** A slip by which a case ticket went to somebody else. What it says lies under the ticket's own key. */
@Entity('referral')
@Index('referral_ticket', ['ticketId', 'sentAt', 'id'])
@Index('referral_waiting', ['waitsUntil', 'id'])
export class ReferralRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  ticketId!: string;

  @Column(column.str(20))
  recipient!: ReferralRecipient;

  @Column(column.str(20))
  state!: ReferralState;

  @Column(column.str(20))
  ground!: ReferralGround;

  @Column(column.id())
  senderAccountId!: string;

  /** Whose desk the ticket lay on then; null of one from before this was kept whose ticket went on. */
  @Column(column.nullable(column.id()))
  senderFederationId!: string | null;

  @Column(column.at())
  sentAt!: number;

  @Column(column.integer())
  answerDays!: number;

  /** Null once it was answered or returned, so that only what waits is looked through. */
  @Column(column.nullable(column.day()))
  waitsUntil!: Day | null;

  @Column(column.nullable(column.at()))
  receivedAt!: number | null;

  @Column(column.nullable(column.at()))
  settledAt!: number | null;

  @Column(column.text())
  sealedSlip!: string;

  /** The answer, or why it came back. */
  @Column(column.nullable(column.text()))
  sealedOutcome!: string | null;
}
