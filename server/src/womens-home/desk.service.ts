import {
  dayOf,
  type DeskWomensHome,
  type Page,
  pageLimits,
  type PageQuery,
  type WomensHomeChange,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { Federations } from '../federation';
import { Names } from '../names';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { changeHome, findDeskHome, findDeskHomes } from './desk.repository';
import { refuseFaultyHours } from './hours-faults';
import { spellHome } from './home-names';
import { cardOf } from './views';
import type { WomensHomeRow } from './womens-home.entity';

/** The homes of her own branch of the tree, to keep true. */
@Injectable()
export class DeskHomes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly federations: Federations,
    private readonly audit: Audit,
    private readonly names: Names,
  ) {}

  async list(person: Person, query: PageQuery): Promise<Page<DeskWomensHome>> {
    const { reader } = this.unitOfWork;
    const branches = branchesFor(person, 'womens_home.edit');
    const limit = query.limit ?? pageLimits.default;
    const [lastId] = decodeAfter(query.after, ['']) ?? [];
    const last = lastId === undefined ? null : await this.rowOf(reader, person, lastId);

    const rows = await findDeskHomes(reader, branches, last, limit);

    const names = await this.namesOf(reader, rows);
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => this.view(row, names.get(row.federationId) ?? ''),
    );
  }

  one(person: Person, id: string): Promise<DeskWomensHome> {
    return this.read(this.unitOfWork.reader, person, id);
  }

  change(person: Person, id: string, change: WomensHomeChange): Promise<DeskWomensHome> {
    refuseFaultyHours(change.hours);
    return this.unitOfWork.run(async (tx) => {
      const home = await this.rowOf(tx, person, id);
      const now = this.clock.now();
      const seen = { verifiedOn: dayOf(now), updatedAt: now };
      if (!(await changeHome(tx, home, change, seen))) throw new Refusal('changed_meanwhile');
      if (!home.confidential && change.name !== home.name)
        await this.names.change(tx, 'womens_home', { id, forms: spellHome(change.name) });

      const subject = { type: 'womens_home', id };
      await this.audit.record(tx, { accountId: person.accountId, act: 'change', subject });
      return this.read(tx, person, id);
    });
  }

  private async read(db: EntityManager, person: Person, id: string): Promise<DeskWomensHome> {
    const row = await this.rowOf(db, person, id);
    const names = await this.namesOf(db, [row]);
    return this.view(row, names.get(row.federationId) ?? '');
  }

  private async rowOf(db: EntityManager, person: Person, id: string): Promise<WomensHomeRow> {
    const row = await findDeskHome(db, branchesFor(person, 'womens_home.edit'), id);
    if (!row) throw new Refusal('womens_home_not_found');
    return row;
  }

  private async namesOf(db: EntityManager, rows: readonly WomensHomeRow[]) {
    const ids = new Set(rows.map(({ federationId }) => federationId));
    const federations = await this.federations.rowsOf(db, [...ids]);
    return new Map(federations.map(({ id, name }) => [id, name]));
  }

  private view(row: WomensHomeRow, federationName: string): DeskWomensHome {
    const { version, confidential } = row;
    return { ...cardOf(row, federationName, this.clock.now()), version, confidential };
  }
}
