import type { Day } from '@niangjia/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { clocksDue, type DeadlineRow } from '../deadline';
import { CaseTicketScope } from './case-ticket-scope.entity';
import { notBarred } from './desk.repository';

export interface Period {
  fromDay: Day;
  toDay: Day;
  accountId: string;
  ancestorIds: string[];
}

/** The clocks of art. 34 that ran out in the period, of tickets that she sees; what was withdrawn is no measure. */
export const dueIn = (
  db: EntityManager,
  { fromDay, toDay, accountId, ancestorIds }: Period,
): SelectQueryBuilder<DeadlineRow> =>
  notBarred(
    clocksDue(db, 'petition_settlement', fromDay, toDay).andWhere(
      (outer) =>
        `EXISTS ${outer
          .subQuery()
          .select('1')
          .from(CaseTicketScope, 's')
          .where('s.ticketId = d.subjectId AND s.ancestorId IN (:...ancestorIds)')
          .andWhere(`s.state <> 'withdrawn'`)
          .getQuery()}`,
      { ancestorIds: [...ancestorIds, ''] },
    ),
    'd.subjectId',
    accountId,
  );

/** Those of them that were closed, with an answer to her, by the end of the period, or those that were not. */
export const closedIn = (
  db: EntityManager,
  period: Period,
  isClosed: boolean,
): SelectQueryBuilder<DeadlineRow> =>
  dueIn(db, period).andWhere(
    isClosed ? 'd.metOn <= :toDay' : '(d.metOn IS NULL OR d.metOn > :toDay)',
  );
