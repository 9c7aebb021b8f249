import {
  type FoundFederation,
  foundFederationLimits,
  type FoundFederations,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { type DivisionRow, Divisions, Federations, placeTail } from '../federation';
import { asTyped } from '../names';
import { DeskFederations } from './desk-federations';

/** So many of a name are looked through in the whole tree, of which those in her branches are shown. */
const mostOfAName = 300;
const mostNear = 60;

/** The place whose federation she typed. */
export const placeTyped = (words: string): string =>
  asTyped(words).replace(/(妇联|妇女联合会)$/, '');

/** Finds the federations of places in her branches by what she types. Units are reached through the tree. */
@Injectable()
export class FederationSearch {
  constructor(
    private readonly desk: DeskFederations,
    private readonly divisions: Divisions,
    private readonly federations: Federations,
  ) {}

  async find(db: EntityManager, person: Person, words: string): Promise<FoundFederations> {
    const name = placeTyped(words);
    if (name === '') return { found: [], meant: [] };
    const named = await this.divisions.named(db, name, mostOfAName);
    const found = await this.ofHers(db, person, named);
    if (found.length > 0) return { found, meant: [] };

    const near = await this.divisions.near(db, name.replace(placeTail, '') || name, mostNear);
    return { found, meant: await this.ofHers(db, person, near) };
  }

  private async ofHers(
    db: EntityManager,
    person: Person,
    places: readonly DivisionRow[],
  ): Promise<FoundFederation[]> {
    const codes = places.map(({ code }) => code);
    const rows = (await this.federations.ofDivisions(db, codes)).filter((row) =>
      this.desk.reaches(person, 'organisation.read', row),
    );
    const hers = codes
      .flatMap((code) => rows.find(({ divisionCode }) => divisionCode === code) ?? [])
      .slice(0, foundFederationLimits.found);
    const parents = hers.flatMap(({ parentId }) => parentId ?? []);
    const names = await this.federations.namesOf(db, parents);
    return hers.map(({ id, name, parentId }) => ({
      id,
      name,
      parentName: names.get(parentId ?? '') ?? null,
    }));
  }
}
