import type { Day, PostKind } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** A post that waits for whoever has the digits. Gone when it is taken, withdrawn or over. */
@Entity('post_invitation')
@Index('post_invitation_code', ['codeMark'], { unique: true })
@Index('post_invitation_federation', ['federationId', 'id'])
@Index('post_invitation_expires', ['expiresAt'])
export class PostInvitationRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.str(24))
  kind!: PostKind;

  @Column(column.nullable(column.day()))
  toDay!: Day | null;

  /** Keyed hash of the digits. */
  @Column(column.str(43))
  codeMark!: string;

  /** The head who invites; null when it was who runs the service, for a first head. */
  @Column(column.nullable(column.id()))
  inviterAccountId!: string | null;

  @Column(column.at())
  expiresAt!: number;
}
