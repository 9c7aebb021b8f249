import { syllables } from './syllables';

const alphabet = 'abcdefghijklmnopqrstuvwxyz';
/** With fewer letters nearly everything is one letter away. */
export const fewestLetters = 4;
const mostLetters = 24;

const whole = new Set(syllables);
const begun = new Set(
  syllables.flatMap((syllable) => [...syllable].map((_, at) => syllable.slice(0, at + 1))),
);
const longestSyllable = 6;

/** Whether these letters can be read as pinyin; the last syllable may still be on its way. */
function isReadable(letters: string): boolean {
  const reached = [true];
  for (let end = 1; end <= letters.length; end += 1) {
    const from = Math.max(0, end - longestSyllable);
    reached[end] = starts(from, end).some((at) => reached[at] && whole.has(letters.slice(at, end)));
  }
  const last = starts(Math.max(0, letters.length - longestSyllable), letters.length);
  return reached[letters.length] || last.some((at) => reached[at] && begun.has(letters.slice(at)));
}

const starts = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);

function editsAt(letters: string, at: number): string[] {
  const [before, here, after] = [letters.slice(0, at), letters.slice(at), letters.slice(at + 1)];
  return [
    before + after,
    before + here.charAt(1) + here.charAt(0) + here.slice(2),
    ...[...alphabet].flatMap((letter) => [before + letter + after, before + letter + here]),
  ];
}

/** What she may have meant: readable as pinyin and one letter away, too many, missing, wrong or swapped. */
export function nearSpellings(letters: string): string[] {
  if (letters.length < fewestLetters || !/^[a-z]+$/.test(letters)) return [];
  const text = letters.slice(0, mostLetters);
  const edits = starts(0, text.length + 1).flatMap((at) => editsAt(text, at));
  return [...new Set(edits)].filter((edit) => edit !== text && isReadable(edit));
}

/** What is left when the last syllable may be the wrong one: `xiamei` of `xiameizhen`. */
export function withoutLastSyllable(letters: string): string {
  const lengths = starts(1, longestSyllable + 1).reverse();
  const length = lengths.find((chars) => whole.has(letters.slice(-chars)));
  return letters.slice(0, -(length ?? 1));
}
