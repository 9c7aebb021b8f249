import { Injectable } from '@nestjs/common';
import type { WhoseDesk, WhoseDeskQuery } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { type FederationRow, Federations } from '../federation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { WomensHomes } from '../womens-home';
import { type DeskCandidate, whoseDesk } from './whose-desk';

/** The village, its town, its county: one of them has a federation even where another has none. */
const placesOf = (divisionCode: string): string[] =>
  [12, 9, 6].filter((chars) => chars <= divisionCode.length).map((n) => divisionCode.slice(0, n));

/** Finds whose desk a request goes to: the id of a federation. It never finds nobody while there is any federation at all. */
@Injectable()
export class DeskFinder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly homes: WomensHomes,
    private readonly federations: Federations,
    private readonly accounts: Accounts,
  ) {}

  async find({ homeCode, divisionCode, notVillage = false }: WhoseDeskQuery): Promise<string> {
    const db = this.unitOfWork.reader;
    const start =
      (await this.ofHome(db, homeCode)) ??
      (await this.ofPlace(db, divisionCode)) ??
      (await this.federations.aboveEveryPlace(db));
    if (!start) throw new Refusal('busy');
    return this.from(start.id, notVillage);
  }

  /** From that federation upwards. */
  async from(federationId: string, notVillage = false): Promise<string> {
    const db = this.unitOfWork.reader;
    const ids = await this.federations.ancestorsOf(db, federationId);
    const { id } = whoseDesk(await this.candidates(db, ids), notVillage) ?? { id: federationId };
    return id;
  }

  /** The name of the very desk that `find` gives. */
  async name(asked: WhoseDeskQuery): Promise<WhoseDesk> {
    const federationId = await this.find(asked);
    const { name } = await this.federations.rowOf(this.unitOfWork.reader, federationId);
    return { federationName: name };
  }

  private async ofHome(db: EntityManager, code = ''): Promise<FederationRow | null> {
    const federationId = code === '' ? undefined : await this.homes.federationOfCode(db, code);
    const [federation] = federationId ? await this.federations.rowsOf(db, [federationId]) : [];
    return federation ?? null;
  }

  private async ofPlace(db: EntityManager, divisionCode = ''): Promise<FederationRow | null> {
    for (const place of placesOf(divisionCode)) {
      const federation = await this.federations.ofDivision(db, place);
      if (federation) return federation;
    }
    return null;
  }

  private async candidates(db: EntityManager, ids: string[]): Promise<DeskCandidate[]> {
    const rows = await this.federations.rowsOf(db, ids);
    const staffed = await this.accounts.federationsServing(db, 'case_ticket.triage', ids);
    const fromTheTop = rows.sort((a, b) => a.path.length - b.path.length);
    return fromTheTop.map(({ id, level }) => ({ id, level, isStaffed: staffed.has(id) }));
  }
}
