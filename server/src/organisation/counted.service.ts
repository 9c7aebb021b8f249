import {
  type CountedItem,
  type CountedQuery,
  type Page,
  pageLimits,
  postKinds,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Federations } from '../federation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { WomensHomes } from '../womens-home';
import { DeskFederations } from './desk-federations';

interface Wanted {
  branch: string;
  kind: string;
  after: [path: string, id: string];
  limit: number;
}
interface Placed extends CountedItem {
  path: string;
}

/** The list behind each number, in the order of the tree. */
@Injectable()
export class Counted {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DeskFederations,
    private readonly federations: Federations,
    private readonly accounts: Accounts,
    private readonly homes: WomensHomes,
  ) {}

  async list(person: Person, id: string, query: CountedQuery): Promise<Page<CountedItem>> {
    const db = this.unitOfWork.reader;
    const { path: branch } = await this.desk.one(db, person, 'organisation.read', id);
    const { kind, limit = pageLimits.default } = query;
    const after = decodeAfter(query.after, ['', '']) ?? ['', ''];
    const placed = await this.placed(db, query, { branch, kind, after, limit });
    return pageOf(
      placed,
      limit,
      ({ path, id: itemId }) => [path, itemId],
      ({ path: _, ...item }) => item,
    );
  }

  private placed(db: EntityManager, query: CountedQuery, wanted: Wanted): Promise<Placed[]> {
    if (query.what === 'womens_home') return this.homesIn(db, wanted);
    if (query.what === 'post') return this.postsIn(db, wanted);
    return this.federationsIn(db, { ...wanted, sector: query.sector });
  }

  private async federationsIn(
    db: EntityManager,
    { after, ...wanted }: Wanted & { sector?: string },
  ) {
    const rows = await this.federations.within(db, { ...wanted, afterPath: after[0] });
    return rows.map(({ id, name, path }) => ({
      ...{ id, name, path },
      federationId: id,
      federationName: name,
    }));
  }

  private async homesIn(db: EntityManager, wanted: Wanted): Promise<Placed[]> {
    const rows = await this.homes.within(db, wanted);
    const names = await this.federations.namesOf(
      db,
      rows.map(({ federationId }) => federationId),
    );
    return rows.map(({ id, name, federationId, federationPath: path }) => ({
      ...{ id, name, path, federationId },
      federationName: names.get(federationId) ?? '',
    }));
  }

  private async postsIn(db: EntityManager, wanted: Wanted): Promise<Placed[]> {
    const kind = postKinds.find((one) => one === wanted.kind);
    const rows = kind ? await this.accounts.postsWithin(db, { ...wanted, kind }) : [];
    const names = await this.accounts.namesOf(
      db,
      rows.map(({ accountId }) => accountId),
    );
    const ids = rows.map(({ federationId }) => federationId);
    const federations = await this.federations.rowsOf(db, ids);
    const byId = new Map(federations.map((federation) => [federation.id, federation]));
    return rows.map(({ id, accountId, federationId }) => ({
      ...{ id, federationId },
      name: names.get(accountId) ?? '',
      federationName: byId.get(federationId)?.name ?? '',
      path: byId.get(federationId)?.path ?? '',
    }));
  }
}
