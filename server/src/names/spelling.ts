import { pinyin } from 'pinyin-pro';

/** Most characters of a form; what is longer is found by its beginning. */
export const formChars = 60;

/** What people type in one way: small letters, no blanks or hyphens, ü and v as the u they stand for. */
export const asTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·-]/g, '')
    .replace(/ü/g, 'u')
    .replace(/([nl])v/g, '$1u');

const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const hasLetters = (text: string): boolean => /[a-z]/.test(text);

/** Syllable by syllable, read in their context: 重庆 is chong qing. Other signs stay as they are. */
const syllablesOf = (typed: string): string[] =>
  pinyin(typed, { toneType: 'none', type: 'array', v: true }).map(asTyped);

export const lettersOf = (text: string): string => syllablesOf(asTyped(text)).join('');

/** How to look for what she typed: Chinese as it stands, anything with letters in it by letters. */
export const soughtOf = (words: string): string =>
  hasLetters(asTyped(words)) ? lettersOf(words) : asTyped(words);

/** Whether the name has every Chinese character of the words: 霞mei is not 下美. */
export const keepsHerCharacters = (name: string, words: string): boolean =>
  [...asTyped(words)].every((sign) => !hasChinese(sign) || name.includes(sign));

/**
 * The beginnings by which a name is found: from each of its characters on in Chinese and in pinyin, and by
 * its initials. Nothing begins inside the tail that many names share.
 */
export function formsOf(name: string, tail: RegExp): string[] {
  const signs = [...asTyped(name)];
  const syllables = syllablesOf(signs.join(''));
  const own = [...asTyped(name).replace(tail, '')].length || signs.length;
  const starts = Array.from({ length: own }, (_, at) => at);
  const forms = [
    ...starts.map((at) => signs.slice(at).join('')),
    ...starts.map((at) => syllables.slice(at).join('')),
    signs.slice(own).join(''),
    syllables.map(([initial]) => initial).join(''),
  ];
  const short = forms.filter(Boolean).map((form) => [...form].slice(0, formChars).join(''));
  return [...new Set(short)];
}
