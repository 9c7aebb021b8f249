import type { FederationLevel } from '@niangjia/shared';

/** The little world of the access matrix: each place with all that stand above it, itself last. */
export const placesAbove = {
  county: ['county'],
  town: ['county', 'town'],
  village: ['county', 'town', 'village'],
  sibling: ['county', 'town', 'sibling'],
  unit: ['county', 'town', 'unit'],
  otherTown: ['county', 'otherTown'],
  otherVillage: ['county', 'otherTown', 'otherVillage'],
  otherUnit: ['county', 'otherTown', 'otherUnit'],
  otherCounty: ['otherCounty'],
} as const;

export type Place = keyof typeof placesAbove;

export const places = Object.keys(placesAbove) as Place[];

/** Enough where the place makes no difference. */
export const fewPlaces: readonly Place[] = ['village', 'otherTown'];

/** Where a ticket lay before it was handed over to that place. */
export const cameFrom: Partial<Record<Place, Place>> = {
  village: 'otherTown',
  otherTown: 'village',
};

/** Where a ticket lies that is offered to that place. */
export const offeredFrom: Partial<Record<Place, Place>> = {
  village: 'sibling',
  otherTown: 'village',
  town: 'village',
};

/** Where a desk lies that misses its days, so that they come up to that place. */
export const missedAt: Partial<Record<Place, Place>> = {
  town: 'village',
  county: 'otherTown',
  otherTown: 'otherVillage',
};

export const isWithin = (place: Place, branch: Place): boolean =>
  (placesAbove[place] as readonly Place[]).includes(branch);

export const parentOf = (place: Place): Place | undefined => placesAbove[place].at(-2);

export const levelOf: Record<Place, FederationLevel> = {
  county: 'county',
  town: 'town',
  village: 'village',
  sibling: 'village',
  unit: 'unit',
  otherTown: 'town',
  otherVillage: 'village',
  otherUnit: 'unit',
  otherCounty: 'county',
};

/** A unit has no code of its own: it lies in its town. */
export const divisionOf: Record<Place, string> = {
  county: '490001',
  town: '490001100',
  village: '490001100200',
  sibling: '490001100201',
  unit: '490001100',
  otherTown: '490001101',
  otherVillage: '490001101200',
  otherUnit: '490001101',
  otherCounty: '490002',
};
