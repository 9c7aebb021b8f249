import type { ConsentWay, Day, LinkEnder, LinkState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** A woman on the list of an 执委. Who she is stands in the ledger alone. */
@Entity('visit_link')
@Index('visit_link_holder', ['accountId', 'state', 'id'])
@Index('visit_link_code', ['codeMark'], { unique: true })
@Index('visit_link_entry', ['ledgerEntryId'])
@Index('visit_link_woman', ['womanAccountId', 'id'])
@Index('visit_link_branch', ['federationPath', 'state', 'accountId'])
@Index('visit_link_ended', ['state', 'endedBy', 'endedAt'])
export class LinkRow {
  @Column(column.key(column.id()))
  id!: string;

  /** Whose list she is on now. */
  @Column(column.id())
  accountId!: string;

  @Column(column.id())
  gridId!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.str(280))
  federationPath!: string;

  /** Null once what was kept of her is deleted. */
  @Column(column.nullable(column.id()))
  ledgerEntryId!: string | null;

  @Column(column.day())
  linkedOn!: Day;

  @Column(column.str(10))
  consent!: ConsentWay;

  /** Keyed hash of the digits on her card; null once what was kept of her is deleted. */
  @Column(column.nullable(column.str(43)))
  codeMark!: string | null;

  @Column(column.str(10))
  state!: LinkState;

  @Column(column.nullable(column.str(20)))
  endedBy!: LinkEnder | null;

  @Column(column.nullable(column.at()))
  endedAt!: number | null;

  @Column(column.nullable(column.day()))
  handedOverOn!: Day | null;

  /** The account to which she took it herself. */
  @Column(column.nullable(column.id()))
  womanAccountId!: string | null;
}

/** Rows are only ever added: whoever had a link may still send what she did then. */
@Entity('link_hand_over')
@Index('link_hand_over_from', ['fromAccountId', 'linkId'])
export class HandOverRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  linkId!: string;

  @Column(column.id())
  fromAccountId!: string;

  @Column(column.id())
  toAccountId!: string;

  @Column(column.at())
  handedOverAt!: number;
}
