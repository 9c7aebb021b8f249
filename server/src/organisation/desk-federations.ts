import type { Action } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { branchesFor, type Person } from '../account';
import { type FederationRow, Federations, withinBranch } from '../federation';
import { Refusal } from '../platform/http/refusal';

/** Federations in a branch of hers; what lies outside is answered like what never was. */
@Injectable()
export class DeskFederations {
  constructor(private readonly federations: Federations) {}

  async one(db: EntityManager, person: Person, action: Action, id: string): Promise<FederationRow> {
    const row = await this.federations.rowOf(db, id);
    if (!this.reaches(person, action, row)) throw new Refusal('federation_not_found');
    return row;
  }

  reaches(person: Person, action: Action, { path }: Pick<FederationRow, 'path'>): boolean {
    return branchesFor(person, action).some((branch) => withinBranch(path, branch));
  }
}
