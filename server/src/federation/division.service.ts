import { type Division, type DivisionQuery, type Page, pageLimits } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { DivisionRow } from './division.entity';
import { findDivisions } from './division.repository';

const batchRows = 500;

/** Places of the administrative tree, from a province down to a village. */
@Injectable()
export class Divisions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list({ parentCode, search, limit = pageLimits.default, after }: DivisionQuery) {
    const [afterCode] = decodeAfter(after, ['']) ?? [''];
    const wanted = { parentCode, search, afterCode, limit };
    const rows = await findDivisions(this.unitOfWork.reader, wanted);
    return pageOf(rows, limit, ({ code }) => [code], viewOf) satisfies Page<Division>;
  }

  find(db: EntityManager, code: string): Promise<DivisionRow | null> {
    return db.findOneBy(DivisionRow, { code });
  }

  async add(tx: EntityManager, divisions: readonly DivisionRow[]): Promise<void> {
    for (let from = 0; from < divisions.length; from += batchRows)
      await tx.insert(DivisionRow, divisions.slice(from, from + batchRows));
  }
}

const viewOf = ({ code, name, level, parentCode }: DivisionRow): Division => ({
  code,
  name,
  level,
  parentCode,
});
