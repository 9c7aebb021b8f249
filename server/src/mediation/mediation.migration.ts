import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, day, id, integer, key, nullable, str, text } = column;

const mediator = {
  id: key(id()),
  federation_id: id(),
  federation_path: str(280),
  name: nullable(str(400)),
  skills: str(120),
  from_day: day(),
  to_day: day(),
  state: str(10),
  version: integer(),
};

const mediation = {
  id: key(id()),
  ticket_id: id(),
  open_ticket_id: nullable(id()),
  mediator_id: id(),
  assigner_account_id: id(),
  assigned_at: at(),
  ended_at: nullable(at()),
  ended: nullable(str(20)),
  sealed_note: nullable(text()),
};

const recusal = {
  ticket_id: key(id()),
  mediator_id: key(id()),
  kind: str(10),
  declarer_account_id: id(),
  declared_at: at(),
};

export class CreateMediation1000000001320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'mediator', mediator, [
      { name: 'mediator_branch', columns: ['federation_path', 'id'] },
      { name: 'mediator_federation', columns: ['federation_id', 'id'] },
      { name: 'mediator_term', columns: ['to_day'] },
    ]);
    await createTable(runner, 'mediation', mediation, [
      { name: 'mediation_ticket', columns: ['ticket_id', 'assigned_at', 'id'] },
      { name: 'mediation_open', columns: ['open_ticket_id'], unique: true },
    ]);
    await createTable(runner, 'mediator_recusal', recusal, []);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mediator_recusal', 'mediation', 'mediator'])
      await runner.dropTable(table);
  }
}
