import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, degrees, id, integer, key, large, nullable, str, text } = column;

const activity = {
  id: key(id()),
  federation_id: id(),
  federation_path: str(280),
  title: str(40),
  text: text(),
  place: str(100),
  lng: degrees(),
  lat: degrees(),
  cell: large(),
  starts_at: at(),
  ends_at: at(),
  registration_closes_at: at(),
  cancellable_until: at(),
  seats: integer(),
  taken: integer(),
  waiting: integer(),
  queued: integer(),
  state: str(20),
  cancel_reason: nullable(str(200)),
  version: integer(),
  updated_at: at(),
};

const registration = {
  id: key(id()),
  activity_id: id(),
  account_id: id(),
  seats: integer(),
  state: str(20),
  live_key: nullable(str(53)),
  queue_number: nullable(integer()),
  registered_at: at(),
};

const near = ['cell', 'lat', 'lng', 'state', 'starts_at', 'ends_at', 'id'];

export class CreateActivity1000000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'activity', activity, [
      { name: 'activity_day', columns: ['starts_at', 'id'] },
      { name: 'activity_near', columns: near },
      { name: 'activity_federation', columns: ['federation_path', 'starts_at', 'id'] },
    ]);
    await createTable(runner, 'registration', registration, [
      { name: 'registration_live', columns: ['live_key'], unique: true },
      { name: 'registration_queue', columns: ['activity_id', 'state', 'queue_number'] },
      { name: 'registration_activity', columns: ['activity_id', 'registered_at', 'id'] },
      { name: 'registration_account', columns: ['account_id', 'registered_at', 'id'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('registration');
    await runner.dropTable('activity');
  }
}
