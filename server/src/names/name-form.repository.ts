import type { EntityManager } from 'typeorm';
import { insertAll } from '../platform/database/insert-all';
import { NameForm, type Named } from './name-form.entity';

/** After every sign that a form may begin with. */
const last = '\u{10ffff}';
export type Found = Pick<NameForm, 'form' | 'id'>;

export const insertForms = (tx: EntityManager, rows: readonly NameForm[]) =>
  insertAll(tx, NameForm, rows);

export const deleteForms = (tx: EntityManager, what: Named, id: string) =>
  tx.delete(NameForm, { what, id });

const beginningWith = `SELECT form, id FROM name_form
  WHERE what = ? AND form >= ? AND form < ? ORDER BY form, id LIMIT `;

/** One range of the primary key; a name may come by several of its forms. */
export const findForms = (
  db: EntityManager,
  what: Named,
  beginning: string,
  limit: number,
): Promise<Found[]> =>
  db.query<Found[]>(beginningWith + String(limit), [what, beginning, beginning + last]);

/** A few of each beginning, so that what is common does not hide what is meant. */
export const findFormsOfAny = (
  db: EntityManager,
  what: Named,
  beginnings: readonly string[],
  ofEach: number,
): Promise<Found[]> =>
  db.query<Found[]>(
    beginnings
      .map((_, at) => `SELECT * FROM (${beginningWith}${ofEach}) of${at}`)
      .join(' UNION ALL '),
    beginnings.flatMap((beginning) => [what, beginning, beginning + last]),
  );
