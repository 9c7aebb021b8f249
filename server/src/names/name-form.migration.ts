import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';
import type { Named } from './name-form.entity';
import { formChars } from './spelling';

const { id, key, str } = column;
const batchRows = 200;

/** Before the tables of those who have names, so that each can write down what it already has. */
export class CreateNameForm1000000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = { what: key(str(12)), form: key(str(formChars)), id: key(id()) };
    await createTable(runner, 'name_form', columns, [
      { name: 'name_form_id', columns: ['id', 'what'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('name_form');
  }
}

interface Bearer {
  id: string;
  name: string;
}

/** Writes the forms of all rows that a table already has; `select` reads those after an id, in its order. */
export async function nameExisting(
  runner: QueryRunner,
  what: Named,
  { select, spell }: { select: string; spell: (name: string) => string[] },
): Promise<void> {
  for (let last = ''; ;) {
    const bearers = (await runner.query(`${select} LIMIT ${batchRows}`, [last])) as Bearer[];
    const rows = bearers.flatMap((bearer) =>
      spell(bearer.name).map((form) => [what, form, bearer.id]),
    );
    if (rows.length === 0) return;
    await runner.query(
      `INSERT INTO name_form (what, form, id) VALUES ${rows.map(() => '(?, ?, ?)').join()}`,
      rows.flat(),
    );
    last = bearers.at(-1)!.id;
  }
}
