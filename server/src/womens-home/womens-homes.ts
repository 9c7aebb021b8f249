import type { OpeningHours, Point, WomensHomeKind, WomensHomeService } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FederationCounts, FederationMoves } from '../federation';
import { Clock } from '../platform/clock';
import { Names } from '../names';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { cellOf } from '../platform/geo/cells';
import { homesCounted } from './counted-homes';
import { openBitsOf } from './open-bits';
import { spellHome } from './home-names';
import { maskOf } from './services-mask';
import {
  findByCode,
  findHomesWithin,
  findPhones,
  type HomesWithin,
} from './womens-home.repository';
import { codeAsKept, WomensHomeCode } from './womens-home-code.entity';
import { WomensHomeRow } from './womens-home.entity';

export interface NewWomensHome {
  /** Given by whoever needs it for a code; else made here. */
  id?: string;
  name: string;
  kind: WomensHomeKind;
  federationId: string;
  /** The path of that federation in the tree, as the federation has it. */
  federationPath: string;
  divisionCode: string;
  address: string;
  phone: string | null;
  point: Point;
  pointIsInvented: boolean;
  confidential: boolean;
  services: WomensHomeService[];
  hours: OpeningHours;
  /** The day on which somebody last saw that all this is so. */
  verifiedOn: string | null;
}

const batchRows = 500;

function* batchesOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += batchRows) {
    yield rows.slice(from, from + batchRows);
  }
}

/** Adds homes and the codes on their walls, many at a time. */
@Injectable()
export class WomensHomes implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly counts: FederationCounts,
    private readonly moves: FederationMoves,
  ) {}

  onModuleInit(): void {
    this.counts.register(homesCounted);
    this.moves.register({ table: 'womens_home', path: 'federation_path' });
  }

  /** Of a branch and kind, in the order of the tree; a confidential home is never among them. */
  within(db: EntityManager, wanted: HomesWithin): Promise<WomensHomeRow[]> {
    return findHomesWithin(db, wanted);
  }

  /** Whom to call at each federation, by its path; a confidential home's phone is never among them. */
  phonesOf(db: EntityManager, federationPaths: readonly string[]): Promise<Map<string, string>> {
    return findPhones(db, federationPaths);
  }

  /** Answers the ids, in the order given. */
  async add(tx: EntityManager, homes: readonly NewWomensHome[]): Promise<string[]> {
    const rows = homes.map((home) => rowOf(home, this.clock.now()));
    for (const batch of batchesOf(rows)) await tx.insert(WomensHomeRow, batch);
    const listed = rows.filter(({ confidential }) => !confidential);
    const bearers = listed.map(({ id, name }) => ({ id, forms: spellHome(name) }));
    await this.names.add(tx, 'womens_home', bearers);
    const counted = { what: 'womens_home', n: 1 } as const;
    await this.counts.change(
      tx,
      listed.map(({ federationPath: path, kind }) => ({ ...counted, path, kind })),
    );
    return rows.map(({ id }) => id);
  }

  async addCodes(
    tx: EntityManager,
    codes: readonly { code: string; womensHomeId: string }[],
  ): Promise<void> {
    const createdAt = this.clock.now();
    const rows = codes.map(({ code, womensHomeId }) => ({
      code: codeAsKept(code),
      womensHomeId,
      createdAt,
      endedAt: null,
    }));
    for (const batch of batchesOf(rows)) await tx.insert(WomensHomeCode, batch);
  }

  /** Points a code that is printed already to another home, or takes an ended one up again. */
  async pointCode(
    tx: EntityManager,
    code: string,
    { from, to }: { from: string; to: string },
  ): Promise<void> {
    const pointed = { womensHomeId: to, endedAt: null };
    const { affected } = await tx.update(WomensHomeCode, wallCode(code, from), pointed);
    if (affected !== 1) throw new Refusal('code_not_known');
  }

  /** Ends a code that leads to this home. */
  async endCode(tx: EntityManager, code: string, womensHomeId: string): Promise<void> {
    const endedAt = this.clock.now();
    const { affected } = await tx.update(WomensHomeCode, wallCode(code, womensHomeId), { endedAt });
    if (affected !== 1) throw new Refusal('code_not_known');
  }

  /** Whose home a code on a wall belongs to. Undefined when it is not known, has ended, or must not be. */
  async federationOfCode(db: EntityManager, code: string): Promise<string | undefined> {
    return (await findByCode(db, code))?.federationId;
  }
}

const wallCode = (code: string, womensHomeId: string) => ({
  code: codeAsKept(code),
  womensHomeId,
});

function rowOf({ id, point, services, hours, ...home }: NewWomensHome, updatedAt: number) {
  return {
    ...home,
    ...point,
    id: id ?? newId(),
    cell: cellOf(point.lng, point.lat),
    services: maskOf(services),
    openBits: openBitsOf(hours),
    hours: JSON.stringify(hours),
    version: 1,
    updatedAt,
  };
}
