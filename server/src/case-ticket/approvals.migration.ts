import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

const scope = 'case_ticket_scope';
const unlock = 'case_ticket_unlock';
const waits = new TableIndex({
  name: 'case_ticket_scope_waits',
  columnNames: ['ancestor_id', 'waits_since', 'ticket_id'],
});
const byPerson = {
  case_ticket_unlock_asked: ['account_id', 'asked_at', 'id'],
  case_ticket_unlock_decided: ['decided_by_account_id', 'asked_at', 'id'],
};

/** What waits in the rows from before. */
const told = [
  `UPDATE case_ticket_scope SET waits_since =
    (SELECT MIN(x.asked_at) FROM deadline_extension x
      WHERE x.subject_id = case_ticket_scope.ticket_id AND x.state = 'asked')
    WHERE state IN ('received', 'accepted', 'answered')`,
  `UPDATE case_ticket_scope SET waits_since =
    (SELECT MIN(u.asked_at) FROM case_ticket_unlock u
      WHERE u.ticket_id = case_ticket_scope.ticket_id AND u.approved IS NULL)
    WHERE waits_since IS NULL OR waits_since >
    (SELECT MIN(u.asked_at) FROM case_ticket_unlock u
      WHERE u.ticket_id = case_ticket_scope.ticket_id AND u.approved IS NULL)`,
];

export class CaseTicketApprovals1000000001420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(scope, tableColumn(runner, 'waits_since', column.nullable(column.at())));
    await runner.createIndex(scope, waits);
    for (const [name, columnNames] of Object.entries(byPerson))
      await runner.createIndex(unlock, new TableIndex({ name, columnNames }));
    for (const statement of told) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(byPerson)) await runner.dropIndex(unlock, name);
    await runner.dropIndex(scope, waits.name!);
    await runner.dropColumn(scope, 'waits_since');
  }
}
