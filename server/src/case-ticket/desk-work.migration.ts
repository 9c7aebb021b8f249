import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, bool, day, id, key, nullable, str, text } = column;

const columns = {
  case_ticket: {
    channel: nullable(str(15)),
    assignee_account_id: nullable(id()),
    marked_minor: nullable(bool()),
    outcome: nullable(str(20)),
  },
  case_ticket_event: { about_id: nullable(id()), outcome: nullable(str(20)) },
  case_ticket_scope: {
    kind: nullable(str(30)),
    assignee_account_id: nullable(id()),
    due_day: nullable(day()),
  },
};

const indexes = {
  case_ticket_scope_kind: ['ancestor_id', 'kind', 'sort_key', 'ticket_id'],
  case_ticket_scope_assignee: ['ancestor_id', 'assignee_account_id', 'sort_key', 'ticket_id'],
  case_ticket_scope_due: ['ancestor_id', 'due_day', 'ticket_id'],
};

const handOver = {
  ticket_id: key(id()),
  to_federation_id: id(),
  offered_by_account_id: id(),
  offered_at: at(),
};

const unlock = {
  id: key(id()),
  ticket_id: id(),
  account_id: id(),
  sealed_reason: text(),
  asked_at: at(),
  decided_by_account_id: nullable(id()),
  approved: nullable(bool()),
};

const filter = {
  id: key(id()),
  account_id: id(),
  name: str(400),
  state: nullable(str(20)),
  risk: nullable(str(10)),
  kind: nullable(str(30)),
  assigned: nullable(str(10)),
  due: nullable(str(10)),
  federation_id: nullable(id()),
};

/** What the rows from before would say. */
const told = [
  `UPDATE case_ticket SET channel = CASE WHEN visit_id IS NULL THEN 'online' ELSE 'field_visit' END`,
  `UPDATE case_ticket SET outcome = 'other' WHERE state = 'closed'`,
  `UPDATE case_ticket_scope SET kind =
    (SELECT t.kind FROM case_ticket t WHERE t.id = case_ticket_scope.ticket_id)`,
  `UPDATE case_ticket_scope SET due_day =
    (SELECT MIN(d.due_day) FROM deadline d
      WHERE d.subject_id = case_ticket_scope.ticket_id AND d.met_on IS NULL)
    WHERE state IN ('received', 'accepted', 'answered')`,
];

export class CaseTicketDeskWork1000000000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, added] of Object.entries(columns))
      for (const [name, logical] of Object.entries(added))
        await runner.addColumn(table, tableColumn(runner, name, logical));
    for (const [name, columnNames] of Object.entries(indexes))
      await runner.createIndex('case_ticket_scope', new TableIndex({ name, columnNames }));
    for (const statement of told) await runner.query(statement);

    await createTable(runner, 'case_ticket_hand_over', handOver, [
      { name: 'case_ticket_hand_over_to', columns: ['to_federation_id', 'ticket_id'] },
    ]);
    await createTable(runner, 'case_ticket_bar', { ticket_id: key(id()), account_id: key(id()) });
    await createTable(runner, 'case_ticket_unlock', unlock, [
      { name: 'case_ticket_unlock_whose', columns: ['ticket_id', 'account_id'], unique: true },
    ]);
    await createTable(runner, 'saved_filter', filter, [
      { name: 'saved_filter_whose', columns: ['account_id', 'id'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const added = [
      'saved_filter',
      'case_ticket_unlock',
      'case_ticket_bar',
      'case_ticket_hand_over',
    ];
    for (const table of added) await runner.dropTable(table);
    for (const name of Object.keys(indexes)) await runner.dropIndex('case_ticket_scope', name);
    for (const [table, names] of Object.entries(columns))
      for (const name of Object.keys(names)) await runner.dropColumn(table, name);
  }
}
