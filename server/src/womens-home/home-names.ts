import { type WomensHomeKind, womensHomeKindLabels, womensHomeKinds } from '@niangjia/shared';
import { asTyped, formsOf, lettersOf } from '../names';

const anyKind = ['妇女儿童之家', '妇女之家', '妇联', '娘家'];
const alsoCalled: Partial<Record<WomensHomeKind, string[]>> = {
  nursing_room: ['哺乳室', '喂奶'],
  reading_room: ['图书室', '书屋'],
  after_school: ['四点半学校'],
  family_station: ['驿站'],
  micro_home: ['微家'],
};

interface Called {
  word: string;
  kind?: WomensHomeKind;
}

const called: Called[] = [
  ...anyKind.map((word) => ({ word })),
  ...womensHomeKinds
    .filter((kind) => kind !== 'womens_home')
    .flatMap((kind) =>
      [womensHomeKindLabels[kind], ...(alsoCalled[kind] ?? [])].map((word) => ({ word, kind })),
    ),
];

const spelled: Called[] = called
  .flatMap(({ word, kind }) => [
    { word, kind },
    { word: lettersOf(word), kind },
  ])
  .sort((a, b) => b.word.length - a.word.length);

const labels = Object.values(womensHomeKindLabels);
const kindTail = new RegExp(`(?:${labels.join('|')})$`);

/** A home is found by the name of its place; what kind it is says the question. */
export const spellHome = (name: string): string[] =>
  formsOf(asTyped(name).replace(kindTail, '') || name, kindTail);

export interface HomeAsked {
  /** Empty when she named no place. */
  name: string;
  kind?: WomensHomeKind;
}

/** 霞美妇联, 娘家霞美 and xiamei fulian ask for the homes of 霞美; 霞美母婴室 for one kind of them. */
export function homeAskedBy(words: string): HomeAsked | undefined {
  const typed = asTyped(words);
  for (const { word, kind } of spelled) {
    if (typed.endsWith(word)) return { name: typed.slice(0, -word.length), kind };
    if (typed.startsWith(word)) return { name: typed.slice(word.length), kind };
  }
  return undefined;
}
