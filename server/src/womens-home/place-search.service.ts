import {
  type FoundDivision,
  type FoundPlaces,
  placeSearchLimits,
  type PlacesQuery,
  type WomensHomeSummary,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { type DivisionRow, Divisions, placeTail } from '../federation';
import { asTyped, keepsHerCharacters, Names } from '../names';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { type HomeAsked, homeAskedBy } from './home-names';
import { openStateOf } from './open-state';
import { summaryOf } from './views';
import { findHomesOf, findSomeHomes } from './womens-home.repository';

const mostMeant = 3;
/** Of one kind among those of a name. */
const likelyOfAKind = 10;

/** Finds towns, villages and homes by what she types; else what she may have meant. */
@Injectable()
export class PlaceSearch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly tree: Divisions,
    private readonly names: Names,
  ) {}

  async find({ words, limit = placeSearchLimits.limit.default }: PlacesQuery) {
    const asked = homeAskedBy(words) ?? { name: asTyped(words) };
    const places = asked.name ? await this.tree.named(this.db, asked.name, limit) : [];
    const homes = await this.homes(asked, limit);
    const found = places.length > 0 || homes.length > 0;
    const meant = found ? [] : await this.meant(asked.name);
    return {
      divisions: await this.viewsOf(places),
      homes,
      meant: await this.viewsOf(meant),
    } satisfies FoundPlaces;
  }

  private get db() {
    return this.unitOfWork.reader;
  }

  private async homes({ name, kind }: HomeAsked, limit: number): Promise<WomensHomeSummary[]> {
    const rows = name
      ? await this.homesNamed(name, kind ? limit * likelyOfAKind : limit)
      : await findSomeHomes(this.db, kind, limit);
    const now = this.clock.now();
    return rows
      .filter((home) => !kind || home.kind === kind)
      .slice(0, limit)
      .map((home) => summaryOf(home, openStateOf(home.hours, now)));
  }

  private async homesNamed(words: string, limit: number) {
    const ids = await this.names.find(this.db, 'womens_home', words, limit);
    const rows = await findHomesOf(this.db, ids);
    const sorted = ids.flatMap((wanted) => rows.find(({ id }) => id === wanted) ?? []);
    return sorted.filter(({ name }) => keepsHerCharacters(name, words));
  }

  private meant(words: string): Promise<DivisionRow[]> {
    const own = words.replace(placeTail, '') || words;
    return this.tree.near(this.db, own, mostMeant);
  }

  private async viewsOf(places: readonly DivisionRow[]): Promise<FoundDivision[]> {
    const parents = places.flatMap(({ parentCode }) => parentCode ?? []);
    const above = await this.tree.some(this.db, parents);
    return places.map(({ code, name, level, parentCode }) => ({
      code,
      name,
      level,
      parentCode,
      parentName: above.find((parent) => parent.code === parentCode)?.name ?? null,
    }));
  }
}
