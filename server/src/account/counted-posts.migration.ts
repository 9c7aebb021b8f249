import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countExisting } from '../federation';
import { postsCounted } from './counted-posts';

/** Posts that were there before they were counted. */
export class CountPosts1000000001220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const rows of postsCounted) await countExisting(runner, rows);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM federation_count WHERE what = 'post'");
  }
}
