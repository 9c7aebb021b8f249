import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, bool, id, integer, key, large, nullable, str, text } = column;

const ticket = {
  id: key(id()),
  kind: str(30),
  state: str(20),
  risk: str(10),
  federation_id: id(),
  received_at: at(),
  closed_at: nullable(at()),
  not_village: bool(),
  follow_up: bool(),
  in_danger: nullable(bool()),
  sealed_contact: nullable(text()),
  version: integer(),
  wrapped_key: nullable(str(200)),
  claim_lookup: nullable(str(43)),
  claim_wrapped_key: nullable(str(200)),
};

const message = {
  id: key(id()),
  ticket_id: id(),
  seq: integer(),
  from_her: bool(),
  internal: bool(),
  author_account_id: nullable(id()),
  sealed_text: text(),
  written_at: at(),
};

const event = {
  id: key(id()),
  ticket_id: id(),
  seq: integer(),
  at: at(),
  account_id: nullable(id()),
  what: str(20),
  to_state: nullable(str(20)),
  sealed_note: nullable(text()),
};

const scope = {
  ticket_id: key(id()),
  ancestor_id: key(id()),
  state: str(20),
  sort_key: large(),
};

const inOrder = (name: string) => [{ name, columns: ['ticket_id', 'seq'], unique: true as const }];

export class CreateCaseTicket1000000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'case_ticket', ticket, [
      { name: 'case_ticket_claim', columns: ['claim_lookup'], unique: true },
      { name: 'case_ticket_shred', columns: ['state', 'closed_at'] },
    ]);
    await createTable(runner, 'case_ticket_message', message, inOrder('case_ticket_message_order'));
    await createTable(runner, 'case_ticket_event', event, inOrder('case_ticket_event_order'));
    await createTable(runner, 'case_ticket_scope', scope, [
      { name: 'case_ticket_scope_all', columns: ['ancestor_id', 'sort_key', 'ticket_id'] },
      {
        name: 'case_ticket_scope_state',
        columns: ['ancestor_id', 'state', 'sort_key', 'ticket_id'],
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_ticket_scope');
    await runner.dropTable('case_ticket_event');
    await runner.dropTable('case_ticket_message');
    await runner.dropTable('case_ticket');
  }
}
