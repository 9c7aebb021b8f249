import type { Part } from './counted-matching';

export interface Attack {
  before: string;
  again: string;
  after: string;
}

/** What no expression should be content with at the end. */
const endings = ['', '\u0001', '。'];
const everyday = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code + 1));
const others = [...'０９ü’·—－\u00a0\u00ad\u200b一林者，。°é\ud83d'];

/** Texts that repeat what an expression repeats, behind what leads there, and every kind of character it tells apart. */
export function attacksOn(whole: Part, source: string): Attack[] {
  const pool = [...new Set([...everyday, ...others, ...source])];
  const kinds = kindsOf(pool, charactersOf(whole));
  const singles = kinds.length > mostKinds ? [] : kinds;
  const pairs = singles.flatMap((one) => singles.map((other) => one + other));
  const starts = [...singles, ...pairs].map((again) => ({ before: '', again }));
  const places = [...starts, ...repeatsOf(whole, '', pool).flatMap(fromTheStart)];
  const unique = new Map(places.map((place) => [JSON.stringify(place), place]));
  return [...unique.values()].flatMap((place) => endings.map((after) => ({ ...place, after })));
}

const mostKinds = 12;

const fromTheStart = (place: { before: string; again: string }) => [
  place,
  { before: '', again: place.again },
  { before: '', again: place.before + place.again },
];

/** One character for each way in which the parts take it or not. */
function kindsOf(pool: string[], parts: ((character: string) => boolean)[]): string[] {
  const kinds = new Map(pool.map((one) => [parts.map((is) => Number(is(one))).join(''), one]));
  return [...kinds.values()];
}

function charactersOf(part: Part): ((character: string) => boolean)[] {
  if (part.kind === 'character') return [part.is];
  return inside(part).flatMap(charactersOf);
}

const inside = (part: Part): Part[] => {
  if (part.kind === 'row') return part.parts;
  if (part.kind === 'choice') return part.options;
  return part.kind === 'repeat' || part.kind === 'ahead' ? [part.body] : [];
};

type Place = Omit<Attack, 'after'>;

function repeatsOf(part: Part, before: string, pool: string[]): Place[] {
  if (part.kind === 'row') {
    const leading = part.parts.map((_, at) =>
      wordsOf({ kind: 'row', parts: part.parts.slice(0, at) }, pool),
    );
    return part.parts.flatMap((each, at) =>
      repeatsOf(each, before + (leading[at]![0] ?? ''), pool),
    );
  }
  if (part.kind === 'repeat' && part.max > 1)
    return [
      ...wordsOf(part.body, pool).map((again) => ({ before, again })),
      ...repeatsOf(part.body, before, pool),
    ].filter(({ again }) => again !== '');
  return inside(part).flatMap((each) => repeatsOf(each, before, pool));
}

/** Words that a part takes: the shortest and the longest of each choice. */
function wordsOf(part: Part, pool: string[]): string[] {
  switch (part.kind) {
    case 'character':
      return [
        pool.find((one) => /[\w一-鿿]/.test(one) && part.is(one)) ?? pool.find(part.is) ?? '',
      ];
    case 'place':
    case 'ahead':
      return [''];
    case 'choice':
      return part.options.flatMap((option) => wordsOf(option, pool));
    case 'repeat': {
      const words = wordsOf(part.body, pool);
      const least = words.map((word) => word.repeat(part.min));
      return part.max > part.min
        ? [...least, ...words.map((word) => word.repeat(part.min + 1))]
        : least;
    }
    case 'row':
      return part.parts
        .map((each) => wordsOf(each, pool))
        .reduce((all, words) => crossed(all, words), ['']);
  }
}

/** Each with each while they are few; else each once. */
const crossed = (all: string[], words: string[]): string[] =>
  all.length * words.length <= 16
    ? all.flatMap((one) => words.map((word) => one + word))
    : [...all.map((one) => one + words[0]!), ...words.map((word) => all[0]! + word)];
