import {
  type Day,
  dayOf,
  type FederationSector,
  type MoveFederation,
  type MoveOfFederation,
  type OrganisationFile,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Audit } from '../audit';
import { FederationCounts, FederationMoves, type FederationRow, Federations } from '../federation';
import { Clock } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { DeskFederations } from './desk-federations';

/** The file of one federation: what it was, where it lay, and what lies in its branch. */
@Injectable()
export class Organisations {
  constructor(
    private readonly desk: DeskFederations,
    private readonly federations: Federations,
    private readonly counts: FederationCounts,
    private readonly moves: FederationMoves,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async file(db: EntityManager, person: Person, id: string): Promise<OrganisationFile> {
    const row = await this.desk.one(db, person, 'organisation.read', id);
    const counts = await this.counts.of(db, id);
    return {
      ...(await this.federations.view(db, row)),
      enteredOn: dayOf(row.createdAt),
      convertedFrom: row.convertedFrom,
      convertedOn: row.convertedOn,
      counts: counts.map(({ what, kind, sector, n }) => ({
        ...{ what, kind, n },
        sector: (sector || null) as FederationSector | null,
      })),
      moves: await this.movesOf(db, id),
      mayEdit: this.desk.reaches(person, 'organisation.edit', row),
      mayAppoint: this.desk.reaches(person, 'post.appoint', row),
    };
  }

  /** She needs the right where it lies now and where it goes. */
  async move(tx: EntityManager, person: Person, id: string, move: MoveFederation) {
    const row = await this.desk.one(tx, person, 'organisation.edit', id);
    this.refuseComing(move.movedOn);
    await this.desk.one(tx, person, 'organisation.edit', move.toParentId);
    if (row.parentId) await this.desk.one(tx, person, 'organisation.edit', row.parentId);
    await this.moves.move(tx, row, move);
    await this.note(tx, person, row, 'move');
    return this.file(tx, person, id);
  }

  async convert(tx: EntityManager, person: Person, id: string, convertedOn: Day) {
    const row = await this.desk.one(tx, person, 'organisation.edit', id);
    this.refuseComing(convertedOn);
    await this.federations.convert(tx, id, convertedOn);
    await this.note(tx, person, row, 'convert');
    return this.file(tx, person, id);
  }

  private refuseComing(day: Day): void {
    if (day > dayOf(this.clock.now())) throw new Refusal('day_to_come');
  }

  private note(tx: EntityManager, { accountId }: Person, { id }: FederationRow, act: string) {
    return this.audit.record(tx, { accountId, act, subject: { type: 'federation', id } });
  }

  private async movesOf(db: EntityManager, id: string): Promise<MoveOfFederation[]> {
    const rows = await this.moves.historyOf(db, id);
    const ids = rows.flatMap(({ fromParentId, toParentId }) => [fromParentId, toParentId]);
    const named = await this.federations.namesOf(db, ids);
    return rows.map(({ id: moveId, movedOn, reason, fromParentId, toParentId }) => ({
      id: moveId,
      movedOn,
      reason,
      fromName: named.get(fromParentId) ?? '',
      toName: named.get(toParentId) ?? '',
    }));
  }
}
