import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, bool, day, degrees, id, integer, key, large, nullable, str, text } = column;

const job = {
  id: key(id()),
  federation_id: id(),
  federation_path: str(280),
  title: str(40),
  text: text(),
  employer_name: str(60),
  place: str(100),
  lng: degrees(),
  lat: degrees(),
  cell: large(),
  contract_kind: str(20),
  pay_per_hour_fen: nullable(integer()),
  flexibility: str(200),
  state: str(20),
  version: integer(),
  updated_at: at(),
};

const shiftPattern = {
  id: key(id()),
  job_id: id(),
  position: integer(),
  weekdays: str(7),
  starts: str(5),
  ends: str(5),
  from_day: day(),
  to_day: day(),
  places: integer(),
};

const shift = {
  id: key(id()),
  job_id: id(),
  starts_at: at(),
  ends_at: at(),
  ends_minute: integer(),
  places: integer(),
  taken: integer(),
  cancelled: bool(),
};

const booking = {
  id: key(id()),
  shift_id: id(),
  account_id: id(),
  state: str(20),
  live_key: nullable(str(53)),
  remark: nullable(text()),
  shared: nullable(text()),
  declares_care: nullable(str(80)),
  cancel_reason: nullable(str(200)),
  booked_at: at(),
};

export class CreateJob1000000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'job', job, [
      { name: 'job_near', columns: ['state', 'cell', 'lat', 'lng', 'id'] },
      { name: 'job_newest', columns: ['state', 'id'] },
      { name: 'job_federation', columns: ['federation_path', 'id'] },
    ]);
    await createTable(runner, 'shift_pattern', shiftPattern, [
      { name: 'shift_pattern_job', columns: ['job_id', 'position'] },
    ]);
    await createTable(runner, 'shift', shift, [
      { name: 'shift_job', columns: ['job_id', 'cancelled', 'starts_at', 'id'] },
    ]);
    await createTable(runner, 'booking', booking, [
      { name: 'booking_live', columns: ['live_key'], unique: true },
      { name: 'booking_shift', columns: ['shift_id', 'id'] },
      { name: 'booking_account', columns: ['account_id', 'booked_at', 'id'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['booking', 'shift', 'shift_pattern', 'job']) await runner.dropTable(table);
  }
}
