import { In } from 'typeorm';
import type { LastDone } from '../organisation';
import { CaseTicket } from './case-ticket.entity';

/** When the last request came to the desk of each federation. */
export const lastTicket: LastDone = async (db, places) => {
  const rows = await db
    .createQueryBuilder(CaseTicket, 't')
    .select('t.federationId', 'id')
    .addSelect('MAX(t.receivedAt)', 'at')
    .where({ federationId: In(places.map(({ id }) => id)) })
    .groupBy('t.federationId')
    .getRawMany<{ id: string; at: string }>();
  return new Map(rows.map(({ id, at }) => [id, Number(at)]));
};
