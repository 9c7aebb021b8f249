import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { branchesFor, HerRecords, type Person } from '../account';
import { type FederationRow, withinBranch } from '../federation';
import { newId } from '../platform/ids';
import type { GridRow } from './grid.entity';
import { deleteHolders, findGridsOf, insertGrids, insertHolders } from './ledger.repository';

export interface NewGrid {
  federation: Pick<FederationRow, 'id' | 'path'>;
  name: string;
}

const fields = { 网格: '分给您记台账的一片地方' };

/** The grids and who keeps them. */
@Injectable()
export class Grids implements OnModuleInit {
  constructor(private readonly records: HerRecords) {}

  onModuleInit(): void {
    this.records.register({
      name: '负责的网格',
      fields,
      herData: async (db, accountId) =>
        (await findGridsOf(db, accountId)).map(({ name }) => ({ 网格: name })),
      forgetHer: async (tx, accountId) => void (await deleteHolders(tx, accountId)),
    });
  }

  /** Those given to her in which she still has a post that visits. */
  async heldBy(db: EntityManager, person: Person): Promise<GridRow[]> {
    const branches = branchesFor(person, 'visit.log');
    const given = await findGridsOf(db, person.accountId);
    return given.filter(({ federationPath }) =>
      branches.some((branch) => withinBranch(federationPath, branch)),
    );
  }

  /** Those given to her, wherever she has a post today. */
  givenTo(db: EntityManager, accountId: string): Promise<GridRow[]> {
    return findGridsOf(db, accountId);
  }

  /** Answers the ids, in the order given. */
  async add(tx: EntityManager, grids: readonly NewGrid[]): Promise<string[]> {
    const rows = grids.map(({ federation: { id: federationId, path: federationPath }, name }) => ({
      id: newId(),
      federationId,
      federationPath,
      name,
    }));
    await insertGrids(tx, rows);
    return rows.map(({ id }) => id);
  }

  /** From now on she keeps their ledgers, beside whoever does so already. */
  give(tx: EntityManager, accountId: string, gridIds: readonly string[]): Promise<void> {
    return insertHolders(tx, accountId, gridIds);
  }
}
