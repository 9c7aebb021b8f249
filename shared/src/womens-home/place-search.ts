import { endpoint } from '../endpoint';
import type { Division } from '../federation/federation';
import type { WomensHomeSummary } from './womens-home';

export interface FoundDivision extends Division {
  /** What it lies in, so that two villages of one name can be told apart. */
  parentName: string | null;
}

export interface PlacesQuery {
  /** Chinese, pinyin (ü as v or u), initials or mixed, from any character of a name on. */
  words: string;
  /** Of places and of homes, each. */
  limit?: number;
}

export interface FoundPlaces {
  divisions: FoundDivision[];
  homes: WomensHomeSummary[];
  /** When nothing was found: what sounds the same, or is one letter away. */
  meant: FoundDivision[];
}

export const placeSearchLimits = {
  wordsChars: { min: 1, max: 40 },
  limit: { min: 1, max: 50, default: 20 },
} as const;

export const placeSearchEndpoints = {
  find: endpoint<{ query: PlacesQuery; reply: FoundPlaces }>()('GET', '/places'),
};
