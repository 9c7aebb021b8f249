import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

interface Place {
  id: string;
  path: string;
}

/** When something of one sort was last done in each federation, by its id. */
export type LastDone = (
  db: EntityManager,
  places: readonly Place[],
) => Promise<Map<string, number>>;
/** How many women are on the list of each 执委, by her account. */
export type LinksOf = (
  db: EntityManager,
  accountIds: readonly string[],
) => Promise<Map<string, number>>;

/** What the features know of the work of a federation. Each says it here; none is known. */
@Injectable()
export class WorkSigns {
  private readonly sorts: LastDone[] = [];
  private links: LinksOf = async () => new Map();

  registerWork(lastDone: LastDone): void {
    this.sorts.push(lastDone);
  }

  registerLinks(links: LinksOf): void {
    this.links = links;
  }

  linksOf(db: EntityManager, accountIds: readonly string[]): Promise<Map<string, number>> {
    return this.links(db, accountIds);
  }

  /** The latest of all sorts. */
  async lastDone(db: EntityManager, places: readonly Place[]): Promise<Map<string, number>> {
    const latest = new Map<string, number>();
    for (const lastDone of this.sorts)
      for (const [id, at] of await lastDone(db, places))
        latest.set(id, Math.max(at, latest.get(id) ?? 0));
    return latest;
  }
}
