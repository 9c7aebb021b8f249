import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Named } from './name-form.entity';
import {
  deleteForms,
  findForms,
  findFormsOfAny,
  type Found,
  insertForms,
} from './name-form.repository';
import { fewestLetters, nearSpellings, withoutLastSyllable } from './near-spellings';
import { lettersOf, soughtOf } from './spelling';

/** So many forms of one name can stand side by side. */
const formsOfOne = 3;
/** Of each spelling she may have meant, and so many spellings in one question to the database. */
const ofEach = 3;
const spellingsAtOnce = 60;

export interface Bearer {
  id: string;
  forms: readonly string[];
}

/** Finds by name: Chinese, pinyin, initials or mixed, from any character of the name on. */
@Injectable()
export class Names {
  async add(tx: EntityManager, what: Named, bearers: readonly Bearer[]): Promise<void> {
    const rows = bearers.flatMap(({ id, forms }) => forms.map((form) => ({ what, form, id })));
    await insertForms(tx, rows);
  }

  async change(tx: EntityManager, what: Named, bearer: Bearer): Promise<void> {
    await deleteForms(tx, what, bearer.id);
    await this.add(tx, what, [bearer]);
  }

  /** Ids, those first whose name begins with the words and goes on shortest. */
  async find(db: EntityManager, what: Named, words: string, limit: number): Promise<string[]> {
    const found = await findForms(db, what, soughtOf(words), limit * formsOfOne);
    return idsOf(found, limit);
  }

  /** Ids of what sounds the same or is one letter away, else without the last syllable; the likeliest first. */
  async near(db: EntityManager, what: Named, words: string, limit: number): Promise<string[]> {
    const letters = lettersOf(words);
    const near = await this.oneAway(db, what, letters);
    if (near.length > 0) return idsOf(near, limit);
    return idsOf(await this.oneAway(db, what, withoutLastSyllable(letters)), limit);
  }

  private async oneAway(db: EntityManager, what: Named, letters: string): Promise<Found[]> {
    if (letters.length < fewestLetters) return [];
    const same = await findForms(db, what, letters, formsOfOne * formsOfOne);
    if (same.length > 0) return same;

    const found: Found[] = [];
    const spellings = nearSpellings(letters);
    for (let from = 0; from < spellings.length; from += spellingsAtOnce) {
      const some = spellings.slice(from, from + spellingsAtOnce);
      found.push(...(await findFormsOfAny(db, what, some, ofEach)));
    }
    const away = ({ form }: Found) => Math.abs(form.length - letters.length);
    return found.sort((a, b) => away(a) - away(b));
  }
}

const idsOf = (found: readonly Found[], limit: number): string[] =>
  [...new Set(found.map(({ id }) => id))].slice(0, limit);
