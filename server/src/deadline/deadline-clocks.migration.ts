import { addDays, type Day, momentAt } from '@niangjia/shared';
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, bool, day, id, integer, key, nullable, str } = column;

const added = {
  started_at: nullable(at()),
  own_days: nullable(integer()),
  due_at: nullable(at()),
  told: nullable(str(10)),
  look_at: nullable(at()),
};
const index = new TableIndex({
  name: 'deadline_look',
  columnNames: ['look_at', 'subject_id', 'rule'],
});
/** The rules there were before this, as they were. */
const daysThen = { petition_reply: 15, petition_settlement: 60 };

export class DeadlineClocks1000000000610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type] of Object.entries(added))
      await runner.addColumn('deadline', tableColumn(runner, name, type));
    await runner.createIndex('deadline', index);
    for (const [rule, days] of Object.entries(daysThen)) await this.fill(runner, rule, days);
    await createTable(runner, 'deadline_extension', {
      subject_id: key(id()),
      rule: key(str(30)),
      state: str(10),
      days: integer(),
      original_due_day: day(),
      asked_by_account_id: id(),
      asked_at: at(),
      decided_by_account_id: nullable(id()),
      decided_at: nullable(at()),
    });
    await createTable(
      runner,
      'deadline_escalation',
      {
        id: key(id()),
        federation_id: id(),
        subject_id: id(),
        rule: str(30),
        due_day: day(),
        escalated_at: at(),
        open: bool(),
      },
      [
        { name: 'deadline_escalation_desk', columns: ['federation_id', 'open', 'due_day', 'id'] },
        {
          name: 'deadline_escalation_once',
          columns: ['subject_id', 'rule', 'due_day'],
          unique: true,
        },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('deadline_escalation');
    await runner.dropTable('deadline_extension');
    await runner.dropIndex('deadline', 'deadline_look');
    for (const name of Object.keys(added)) await runner.dropColumn('deadline', name);
  }

  /** A day at a time: when it began follows from when it is due, and what runs is looked at once. */
  private async fill(runner: QueryRunner, rule: string, days: number): Promise<void> {
    const dues = (await runner.query(
      'SELECT DISTINCT due_day FROM deadline WHERE rule = ? AND due_day IS NOT NULL',
      [rule],
    )) as { due_day: Day }[];
    for (const { due_day: due } of dues)
      await runner.query(
        `UPDATE deadline SET started_at = ?, look_at = CASE WHEN met_on IS NULL THEN 0 END
          WHERE rule = ? AND due_day = ?`,
        [momentAt(addDays(due, -days), 0), rule, due],
      );
  }
}
