import type { FederationRow } from '../src/federation';
import type { TestApp } from './app';
import { aFederation } from './given';

export interface Tree {
  county: FederationRow;
  town: FederationRow;
  village: FederationRow;
  otherTown: FederationRow;
  /** The places' codes, for a woman who chooses one. */
  codes: { county: string; town: string; village: string; otherTown: string };
}

let trees = 0;

/** A county with two towns and a village, as an island of its own in the database. */
export async function aTree(t: Pick<TestApp, 'app'>): Promise<Tree> {
  trees += 1;
  const base = String(400_000 + trees);
  const codes = {
    county: base,
    town: `${base}100`,
    village: `${base}100200`,
    otherTown: `${base}101`,
  };
  const place = (
    name: string,
    level: FederationRow['level'],
    divisionCode: string,
    parent?: FederationRow,
  ) => aFederation(t, { name, level, divisionCode, parent: parent ?? null });

  const county = await place('某市妇联', 'county', codes.county);
  const town = await place('某镇妇联', 'town', codes.town, county);
  const village = await place('某村妇联', 'village', codes.village, town);
  const otherTown = await place('邻镇妇联', 'town', codes.otherTown, county);
  return { county, town, village, otherTown, codes };
}
