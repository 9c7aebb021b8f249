import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

export class CreateAccount1000000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAccount(runner);
    await createPost(runner);
    await createSession(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session', 'post', 'account']) await runner.dropTable(table);
  }
}

const createAccount = (runner: QueryRunner): Promise<void> =>
  createTable(
    runner,
    'account',
    {
      id: column.key(column.id()),
      name: column.str(400),
      is_invented: column.bool(),
      created_at: column.at(),
      demonstration_id: column.nullable(column.str(40)),
    },
    [{ name: 'account_demonstration', columns: ['demonstration_id'], unique: true }],
  );

const createPost = (runner: QueryRunner): Promise<void> =>
  createTable(
    runner,
    'post',
    {
      id: column.key(column.id()),
      account_id: column.id(),
      federation_id: column.id(),
      kind: column.str(24),
      from_day: column.day(),
      to_day: column.nullable(column.day()),
    },
    [
      { name: 'post_account', columns: ['account_id', 'from_day'] },
      { name: 'post_federation', columns: ['federation_id', 'kind', 'from_day'] },
    ],
  );

const createSession = (runner: QueryRunner): Promise<void> =>
  createTable(
    runner,
    'session',
    {
      id: column.key(column.id()),
      account_id: column.id(),
      token_hash: column.str(43),
      created_at: column.at(),
      last_seen_at: column.at(),
      expires_at: column.at(),
      ended_at: column.nullable(column.at()),
    },
    [
      { name: 'session_token', columns: ['token_hash'], unique: true },
      { name: 'session_account', columns: ['account_id'] },
      { name: 'session_expires', columns: ['expires_at'] },
    ],
  );
