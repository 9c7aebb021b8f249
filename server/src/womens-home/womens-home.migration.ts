import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const sought = ['cell', 'lat', 'lng', 'services', 'open_bits'];

export class CreateWomensHome1000000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'womens_home',
      {
        id: column.key(column.id()),
        name: column.str(60),
        kind: column.str(40),
        federation_id: column.id(),
        federation_path: column.str(280),
        division_code: column.str(12),
        address: column.str(120),
        phone: column.nullable(column.str(20)),
        lng: column.degrees(),
        lat: column.degrees(),
        cell: column.large(),
        point_is_invented: column.bool(),
        confidential: column.bool(),
        services: column.integer(),
        open_bits: column.large(),
        hours: column.text(),
        verified_on: column.nullable(column.day()),
        version: column.integer(),
        updated_at: column.at(),
      },
      [
        { name: 'womens_home_near', columns: ['confidential', ...sought] },
        { name: 'womens_home_kind_near', columns: ['confidential', 'kind', ...sought] },
        { name: 'womens_home_division', columns: ['confidential', 'division_code', 'id', 'kind'] },
        { name: 'womens_home_federation', columns: ['federation_path', 'id'] },
      ],
    );
    await createTable(
      runner,
      'womens_home_code',
      {
        code: column.key(column.str(32)),
        womens_home_id: column.id(),
        created_at: column.at(),
        ended_at: column.nullable(column.at()),
      },
      [{ name: 'womens_home_code_home', columns: ['womens_home_id'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('womens_home_code');
    await runner.dropTable('womens_home');
  }
}
