import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FederationLevel } from '@niangjia/shared';
import fc from 'fast-check';
import { type DeskCandidate, whoseDesk } from './whose-desk';

const chain = (...places: [FederationLevel, 'staffed' | 'empty'][]): DeskCandidate[] =>
  places.map(([level, staffed]) => ({ id: level, level, isStaffed: staffed === 'staffed' }));

const desk = (places: DeskCandidate[], notVillage = false) => whoseDesk(places, notVillage)?.id;

describe('whose desk a request goes to', () => {
  const all = chain(['county', 'staffed'], ['town', 'staffed'], ['village', 'staffed']);

  it('is the federation where she asked', () => {
    expect(desk(all)).toBe('village');
  });

  it('is the town, when the village must not know', () => {
    expect(desk(all, true)).toBe('town');
  });

  it('passes over the unit she works in as well', () => {
    const unit = chain(['county', 'staffed'], ['town', 'empty'], ['unit', 'staffed']);
    expect(desk(unit, true)).toBe('county');
    expect(desk(unit)).toBe('unit');
  });

  it('climbs to the first where somebody may take it up', () => {
    expect(desk(chain(['county', 'staffed'], ['town', 'empty'], ['village', 'empty']))).toBe(
      'county',
    );
  });

  it('is the county in the end, even when nobody is there, and never above it', () => {
    const nobody = chain(['prefecture', 'staffed'], ['county', 'empty'], ['town', 'empty']);
    expect(desk(nobody)).toBe('county');
  });
});

interface Place {
  code: string;
  level: FederationLevel;
  parent: string;
}

/** The real tree of 南安: 27 towns and 430 villages. */
const places = readFileSync(join(__dirname, '../../demo/nanan-divisions.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Place => {
    const [code = '', , level, parent = ''] = line.split(',');
    return { code, level: level as FederationLevel, parent };
  });
const byCode = new Map(places.map((place) => [place.code, place]));

function chainTo(code: string, staffed: ReadonlySet<string>): DeskCandidate[] {
  const place = byCode.get(code);
  if (!place) return [];
  return [
    ...chainTo(place.parent, staffed),
    { id: code, level: place.level, isStaffed: staffed.has(code) },
  ];
}

describe('a request anywhere in 南安, whoever holds a post', () => {
  const seed = 20261126;
  const codes = places.map(({ code }) => code);
  const anywhere = fc.constantFrom(...codes);
  const somePosts = fc.uniqueArray(anywhere, { maxLength: 60 }).map((held) => new Set(held));

  const checked = (test: (way: DeskCandidate[], notVillage: boolean) => void): void =>
    fc.assert(
      fc.property(anywhere, somePosts, fc.boolean(), (code, staffed, notVillage) =>
        test(chainTo(code, staffed), notVillage),
      ),
      { seed, numRuns: 5000 },
    );

  it(`is never without a desk (seed ${seed})`, () => {
    checked((way, notVillage) => expect(desk(way, notVillage)).toBeDefined());
    for (const code of codes) expect(desk(chainTo(code, new Set()))).toBeDefined();
  });

  it('lies on the way up, and passes over nobody who could take it up', () => {
    checked((way, notVillage) => {
      const at = way.findIndex(({ id }) => id === desk(way, notVillage));
      const passed = way.slice(at + 1).filter(({ level }) => !notVillage || level !== 'village');
      expect(at).toBeGreaterThanOrEqual(0);
      expect(passed.filter(({ isStaffed }) => isStaffed)).toEqual([]);
    });
  });

  it('never lies with the village that must not know', () => {
    checked((way) =>
      expect(way.find(({ id }) => id === desk(way, true))?.level).not.toBe('village'),
    );
  });

  it('lies with the county only when nobody below can take it up', () => {
    checked((way, notVillage) => {
      const found = way.find(({ id }) => id === desk(way, notVillage));
      if (!found?.isStaffed) expect(['county', 'prefecture', 'province']).toContain(found?.level);
    });
  });
});
