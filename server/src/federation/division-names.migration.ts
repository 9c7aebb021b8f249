import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nameExisting } from '../names';
import { spellDivision } from './division-names';

/** Places that were there before they could be found by pinyin. */
export class NameDivisions1000000000210 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    const select = 'SELECT code AS id, name FROM division WHERE code > ? ORDER BY code';
    return nameExisting(runner, 'division', { select, spell: spellDivision });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM name_form WHERE what = 'division'");
  }
}
