import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';
import { pathChars } from './federation.entity';

export class CreateFederation1000000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createDivision(runner);
    await createFederation(runner);
    await createPartnerUnit(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['partner_unit', 'federation', 'division']) await runner.dropTable(table);
  }
}

const createDivision = (runner: QueryRunner): Promise<void> =>
  createTable(
    runner,
    'division',
    {
      code: column.key(column.str(12)),
      name: column.str(60),
      level: column.str(12),
      parent_code: column.nullable(column.str(12)),
      lng: column.nullable(column.degrees()),
      lat: column.nullable(column.degrees()),
    },
    [{ name: 'division_parent', columns: ['parent_code', 'code'] }],
  );

const createFederation = (runner: QueryRunner): Promise<void> =>
  createTable(
    runner,
    'federation',
    {
      id: column.key(column.id()),
      name: column.str(80),
      kind: column.str(20),
      sector: column.str(20),
      level: column.str(12),
      parent_id: column.nullable(column.id()),
      path: column.str(pathChars),
      division_code: column.nullable(column.str(12)),
      establishment_mode: column.str(20),
      converted_from: column.nullable(column.str(20)),
      converted_on: column.nullable(column.day()),
      answers_within_hours: column.nullable(column.integer()),
      created_at: column.at(),
    },
    [
      { name: 'federation_parent', columns: ['parent_id', 'id'] },
      { name: 'federation_path', columns: ['path'] },
      { name: 'federation_division', columns: ['division_code'], unique: true },
    ],
  );

const createPartnerUnit = (runner: QueryRunner): Promise<void> =>
  createTable(
    runner,
    'partner_unit',
    {
      id: column.key(column.id()),
      federation_id: column.id(),
      position: column.integer(),
      name: column.str(80),
      role: column.str(12),
    },
    [
      {
        name: 'partner_unit_federation',
        columns: ['federation_id', 'position'],
        unique: true,
      },
    ],
  );
