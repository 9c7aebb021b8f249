import { type PosterCode, rfc3339 } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { isUniqueViolation } from '../platform/database/faults';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { findDeskHome } from './desk.repository';
import { findCode } from './womens-home.repository';
import { WomensHomes } from './womens-homes';

/** The codes on the walls of her own branch: where they lead, without printing them again. */
@Injectable()
export class PosterCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly homes: WomensHomes,
    private readonly audit: Audit,
  ) {}

  /** From a home of hers to a home of hers; a code that nobody has yet begins here. */
  point(person: Person, code: string, to: string): Promise<PosterCode> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await isHers(tx, person, to))) throw new Refusal('womens_home_not_found');

      const from = await fromHome(tx, person, code);
      if (from === undefined) await this.begin(tx, code, to);
      else await this.homes.pointCode(tx, code, { from, to });

      if (from !== undefined && from !== to) await this.note(tx, person, 'lose_code', from);
      await this.note(tx, person, 'point_code', to);
      return read(tx, code);
    });
  }

  end(person: Person, code: string): Promise<PosterCode> {
    return this.unitOfWork.run(async (tx) => {
      const from = await fromHome(tx, person, code);
      if (from === undefined) throw new Refusal('code_not_known');

      await this.homes.endCode(tx, code, from);
      await this.note(tx, person, 'end_code', from);
      return read(tx, code);
    });
  }

  private async begin(tx: EntityManager, code: string, womensHomeId: string): Promise<void> {
    try {
      await this.homes.addCodes(tx, [{ code, womensHomeId }]);
    } catch (fault) {
      throw isUniqueViolation(fault) ? new Refusal('changed_meanwhile') : fault;
    }
  }

  private note(tx: EntityManager, person: Person, act: string, id: string): Promise<void> {
    const subject = { type: 'womens_home', id };
    return this.audit.record(tx, { accountId: person.accountId, act, subject });
  }
}

const isHers = async (tx: EntityManager, person: Person, id: string): Promise<boolean> =>
  (await findDeskHome(tx, branchesFor(person, 'womens_home.edit'), id)) !== null;

/** The home it stands for, ended or not; undefined when nobody has this code. Not hers: not known. */
async function fromHome(
  tx: EntityManager,
  person: Person,
  code: string,
): Promise<string | undefined> {
  const row = await findCode(tx, code);
  if (row && !(await isHers(tx, person, row.womensHomeId))) throw new Refusal('code_not_known');
  return row?.womensHomeId;
}

async function read(tx: EntityManager, code: string): Promise<PosterCode> {
  const row = await findCode(tx, code);
  if (!row) throw new Refusal('code_not_known');
  const { womensHomeId, endedAt } = row;
  return { code: row.code, womensHomeId, endedAt: endedAt === null ? null : rfc3339(endedAt) };
}
