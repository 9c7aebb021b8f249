import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, day, id, integer, key, nullable, str, text } = column;

const fact = {
  id: key(id()),
  account_id: id(),
  type: str(20),
  content_mark: str(43),
  received_at: at(),
};

const link = {
  id: key(id()),
  account_id: id(),
  grid_id: id(),
  federation_id: id(),
  federation_path: str(280),
  ledger_entry_id: nullable(id()),
  linked_on: day(),
  consent: str(10),
  code_mark: nullable(str(43)),
  state: str(10),
  ended_by: nullable(str(20)),
  ended_at: nullable(at()),
  handed_over_on: nullable(day()),
  woman_account_id: nullable(id()),
};

const linkIndexes = [
  { name: 'visit_link_holder', columns: ['account_id', 'state', 'id'] },
  { name: 'visit_link_code', columns: ['code_mark'], unique: true as const },
  { name: 'visit_link_entry', columns: ['ledger_entry_id'] },
  { name: 'visit_link_woman', columns: ['woman_account_id', 'id'] },
  { name: 'visit_link_branch', columns: ['federation_path', 'state', 'account_id'] },
  { name: 'visit_link_ended', columns: ['state', 'ended_by', 'ended_at'] },
];

const handOver = {
  id: key(id()),
  link_id: id(),
  from_account_id: id(),
  to_account_id: id(),
  handed_over_at: at(),
};

const visit = {
  id: key(id()),
  link_id: id(),
  account_id: id(),
  kind: str(20),
  visit_day: day(),
  counted_day: day(),
  risk: str(10),
  note: nullable(text()),
  follow_up_day: nullable(day()),
  mark: nullable(str(12)),
  received_at: at(),
};

const need = {
  id: key(id()),
  visit_id: id(),
  position: integer(),
  kind: str(30),
  text: text(),
  ticket_fact_id: nullable(id()),
};

const token = { id: key(id()), account_id: id(), token_hash: str(43), created_at: at() };

export class CreateVisit1000000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'field_fact', fact);
    await createTable(runner, 'visit_link', link, linkIndexes);
    await createTable(runner, 'link_hand_over', handOver, [
      { name: 'link_hand_over_from', columns: ['from_account_id', 'link_id'] },
    ]);
    await createTable(runner, 'visit', visit, [
      { name: 'visit_own', columns: ['account_id', 'counted_day', 'id'] },
      { name: 'visit_latest', columns: ['link_id', 'counted_day', 'id'] },
    ]);
    await createTable(runner, 'visit_need', need, [
      { name: 'visit_need_visit', columns: ['visit_id', 'position'] },
    ]);
    await createTable(runner, 'submit_token', token, [
      { name: 'submit_token_hash', columns: ['token_hash'], unique: true },
      { name: 'submit_token_account', columns: ['account_id'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'submit_token',
      'visit_need',
      'visit',
      'link_hand_over',
      'visit_link',
      'field_fact',
    ])
      await runner.dropTable(table);
  }
}
