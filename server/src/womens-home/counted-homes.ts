import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type CountedRows, countExisting } from '../federation';

/** A confidential home is never counted. */
export const homesCounted: CountedRows = {
  what: 'womens_home',
  from: 'womens_home r',
  path: 'r.federation_path',
  kind: 'r.kind',
  where: 'r.confidential = 0',
};

/** Homes that were there before they were counted. */
export class CountWomensHomes1000000001230 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return countExisting(runner, homesCounted);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM federation_count WHERE what = 'womens_home'");
  }
}
