import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, id, key, nullable, str, text } = column;

const grid = {
  id: key(id()),
  federation_id: id(),
  federation_path: str(280),
  name: str(40),
};

const holder = { account_id: key(id()), grid_id: key(id()) };

const entry = {
  id: key(id()),
  grid_id: id(),
  household_id: nullable(id()),
  name: str(400),
  phone: nullable(str(200)),
  address: nullable(str(700)),
  name_mark: str(43),
  phone_mark: nullable(str(43)),
  health: nullable(text()),
  hardship: nullable(text()),
  family: nullable(text()),
  children: nullable(text()),
  written_at: at(),
  closed_at: nullable(at()),
};

export class CreateLedger1000000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'grid', grid, [
      { name: 'grid_federation', columns: ['federation_path', 'id'] },
    ]);
    await createTable(runner, 'grid_holder', holder, [
      { name: 'grid_holder_grid', columns: ['grid_id'] },
    ]);
    await createTable(runner, 'ledger_entry', entry, [
      { name: 'ledger_entry_grid', columns: ['grid_id', 'id'] },
      { name: 'ledger_entry_name', columns: ['name_mark'] },
      { name: 'ledger_entry_phone', columns: ['phone_mark'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_entry', 'grid_holder', 'grid']) await runner.dropTable(table);
  }
}
