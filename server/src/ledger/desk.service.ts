import {
  type DeskGrid,
  type NewGrid,
  type Page,
  pageLimits,
  type PageQuery,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { Federations, withinBranch } from '../federation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, encodeAfter } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { deleteHolder, findDeskGrid, findDeskGrids, findHoldersOf } from './desk.repository';
import type { GridRow } from './grid.entity';
import { Grids } from './grids.service';

const branchesOf = (person: Person): string[] => branchesFor(person, 'link.hand_over');

/** The grids of her branch: new ones, and who keeps them. */
@Injectable()
export class DeskGrids {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grids: Grids,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly audit: Audit,
  ) {}

  async list(person: Person, query: PageQuery): Promise<Page<DeskGrid>> {
    const { reader } = this.unitOfWork;
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, ['', '']) ?? (['', ''] as const);
    const rows = await findDeskGrids(reader, branchesOf(person), after, limit);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const next = last ? encodeAfter([last.federationPath, last.id]) : null;
    return { items: await this.views(reader, shown), next };
  }

  async add(tx: EntityManager, person: Person, { federationId, name }: NewGrid): Promise<DeskGrid> {
    const federation = await this.federations.rowOf(tx, federationId);
    if (!branchesOf(person).some((branch) => withinBranch(federation.path, branch)))
      throw new Refusal('federation_not_found');
    const [id = ''] = await this.grids.add(tx, [{ federation, name }]);
    await this.note(tx, person, 'add', id);
    return this.read(tx, person, id);
  }

  async give(tx: EntityManager, person: Person, id: string, accountId: string): Promise<DeskGrid> {
    const { federationId } = await this.rowOf(tx, person, id);
    const serving = await this.accounts.servingIn(tx, 'visit.log', federationId);
    if (!serving.includes(accountId)) throw new Refusal('link_holder_not_found');
    await this.accounts.holdFor(tx, accountId);
    await this.grids.give(tx, accountId, [id]);
    await this.note(tx, person, 'give', id);
    return this.read(tx, person, id);
  }

  /** From whoever does not keep it, nothing is taken. */
  async takeBack(
    tx: EntityManager,
    person: Person,
    id: string,
    accountId: string,
  ): Promise<DeskGrid> {
    await this.rowOf(tx, person, id);
    if (await deleteHolder(tx, id, accountId)) await this.note(tx, person, 'take_back', id);
    return this.read(tx, person, id);
  }

  private note(tx: EntityManager, { accountId }: Person, act: string, id: string) {
    return this.audit.record(tx, { accountId, act, subject: { type: 'grid', id } });
  }

  async rowOf(db: EntityManager, person: Person, id: string): Promise<GridRow> {
    const row = await findDeskGrid(db, branchesOf(person), id);
    if (row === null) throw new Refusal('grid_not_found');
    return row;
  }

  private async read(db: EntityManager, person: Person, id: string): Promise<DeskGrid> {
    const [view] = await this.views(db, [await this.rowOf(db, person, id)]);
    return view!;
  }

  private async views(db: EntityManager, rows: readonly GridRow[]): Promise<DeskGrid[]> {
    const ids = rows.map(({ id }) => id);
    const holders = await findHoldersOf(db, ids);
    const names = await this.accounts.namesOf(
      db,
      holders.map(({ accountId }) => accountId),
    );
    const federationIds = new Set(rows.map(({ federationId }) => federationId));
    const federations = await this.federations.rowsOf(db, [...federationIds]);
    const federationNames = new Map(federations.map(({ id, name }) => [id, name]));
    return rows.map(({ id, federationId, name }) => ({
      id,
      federationId,
      name,
      federationName: federationNames.get(federationId) ?? '',
      holders: holders
        .filter(({ gridId }) => gridId === id)
        .map(({ accountId }) => ({ accountId, name: names.get(accountId) ?? '' })),
    }));
  }
}
