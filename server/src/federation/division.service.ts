import { type Division, type DivisionQuery, type Page, pageLimits } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keepsHerCharacters, Names } from '../names';
import { insertAll } from '../platform/database/insert-all';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { DivisionRow } from './division.entity';
import { findDivisions, findDivisionsOf } from './division.repository';
import { spellDivision } from './division-names';

/** Places of the administrative tree, from a province down to a village. */
@Injectable()
export class Divisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly names: Names,
  ) {}

  async list({ parentCode, search, limit = pageLimits.default, after }: DivisionQuery) {
    if (search !== undefined) return this.beginning(search, limit, parentCode);
    const [afterCode] = decodeAfter(after, ['']) ?? [''];
    const wanted = { parentCode, afterCode, limit };
    const rows = await findDivisions(this.unitOfWork.reader, wanted);
    return pageOf(rows, limit, ({ code }) => [code], viewOf) satisfies Page<Division>;
  }

  find(db: EntityManager, code: string): Promise<DivisionRow | null> {
    return db.findOneBy(DivisionRow, { code });
  }

  async add(tx: EntityManager, divisions: readonly DivisionRow[]): Promise<void> {
    await insertAll(tx, DivisionRow, divisions);
    const bearers = divisions.map(({ code, name }) => ({ id: code, forms: spellDivision(name) }));
    await this.names.add(tx, 'division', bearers);
  }

  /** Found by name in Chinese, pinyin or initials; the nearest to what was typed first. */
  async named(db: EntityManager, words: string, limit: number): Promise<DivisionRow[]> {
    const codes = await this.names.find(db, 'division', words, limit);
    const rows = await findDivisionsOf(db, codes);
    return inOrder(rows, codes).filter(({ name }) => keepsHerCharacters(name, words));
  }

  /** What sounds the same or is one letter away. */
  async near(db: EntityManager, words: string, limit: number): Promise<DivisionRow[]> {
    const codes = await this.names.near(db, 'division', words, limit);
    return inOrder(await findDivisionsOf(db, codes), codes);
  }

  /** The divisions with these codes, in no order. */
  some(db: EntityManager, codes: readonly string[]): Promise<DivisionRow[]> {
    return findDivisionsOf(db, codes);
  }

  private async beginning(words: string, limit: number, below?: string): Promise<Page<Division>> {
    const rows = await this.named(this.unitOfWork.reader, words, limit);
    const wanted = rows.filter(({ parentCode }) => !below || parentCode === below);
    return { items: wanted.map(viewOf), next: null };
  }
}

const inOrder = (rows: readonly DivisionRow[], codes: readonly string[]): DivisionRow[] =>
  codes.flatMap((wanted) => rows.find(({ code }) => code === wanted) ?? []);

const viewOf = ({ code, name, level, parentCode }: DivisionRow): Division => ({
  code,
  name,
  level,
  parentCode,
});
