import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nameExisting } from '../names';
import { spellHome } from './home-names';

/** Homes that were there before they could be found by name; a confidential one never can. */
export class NameWomensHomes1000000000510 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    const select =
      'SELECT id, name FROM womens_home WHERE id > ? AND confidential = false ORDER BY id';
    return nameExisting(runner, 'womens_home', { select, spell: spellHome });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM name_form WHERE what = 'womens_home'");
  }
}
