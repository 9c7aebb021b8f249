import type { CaseTicketKind, CaseTicketRisk, Day, VisitKind, VisitMark } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const visitNote = sealedColumn('visit', 'note');
export const needText = sealedColumn('visit_need', 'text');

/** Added once and never changed; its words go when what was kept of her goes. */
@Entity('visit')
@Index('visit_own', ['accountId', 'countedDay', 'id'])
@Index('visit_latest', ['linkId', 'countedDay', 'id'])
export class VisitRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  linkId!: string;

  /** Who visited her. */
  @Column(column.id())
  accountId!: string;

  @Column(column.str(20))
  kind!: VisitKind;

  /** As she wrote it. */
  @Column(column.day())
  visitDay!: Day;

  /** By which visits stand in order: no day after the one on which it came in. */
  @Column(column.day())
  countedDay!: Day;

  @Column(column.str(10))
  risk!: CaseTicketRisk;

  @Column(column.nullable(column.text()))
  note!: string | null;

  @Column(column.nullable(column.day()))
  followUpDay!: Day | null;

  @Column(column.nullable(column.str(12)))
  mark!: VisitMark | null;

  @Column(column.at())
  receivedAt!: number;
}

@Entity('visit_need')
@Index('visit_need_visit', ['visitId', 'position'])
export class VisitNeedRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  visitId!: string;

  @Column(column.integer())
  position!: number;

  @Column(column.str(30))
  kind!: CaseTicketKind;

  @Column(column.text())
  text!: string;

  /** The fact that made a ticket of it; which ticket stands nowhere here. */
  @Column(column.nullable(column.id()))
  ticketFactId!: string | null;
}
