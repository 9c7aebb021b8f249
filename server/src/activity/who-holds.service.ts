import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Federations } from '../federation';
import { WomensHomes } from '../womens-home';
import type { ActivityRow } from './activity.entity';
import type { Around } from './views';

/** The federations that hold activities: their names, and whom to call there. */
@Injectable()
export class WhoHolds {
  constructor(
    private readonly federations: Federations,
    private readonly homes: WomensHomes,
  ) {}

  /** By activity id. */
  async of(db: EntityManager, rows: readonly ActivityRow[]): Promise<Map<string, Around>> {
    const ids = [...new Set(rows.map(({ federationId }) => federationId))];
    const federations = await this.federations.rowsOf(db, ids);
    const names = new Map(federations.map(({ id, name }) => [id, name]));
    const phones = await this.homes.phonesOf(
      db,
      rows.map(({ federationPath }) => federationPath),
    );
    return new Map(
      rows.map(({ id, federationId, federationPath }) => [
        id,
        {
          federationName: names.get(federationId) ?? '',
          phone: phones.get(federationPath) ?? null,
        },
      ]),
    );
  }
}
