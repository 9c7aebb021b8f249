import type { FieldActs } from '@/features/visit/field';
import { draftNames } from '../drafts';

/** Twenty digits that a woman was to copy down, until the 执委 says that she has. */
export interface ToCopy {
  kind: 'card' | 'ticket';
  name: string;
  code: string;
}

type Drafts = Pick<FieldActs, 'draft' | 'saveDraft' | 'dropDraft'>;

export const digitsToCopy = ({ draft }: Pick<Drafts, 'draft'>): ToCopy[] =>
  draft<ToCopy[]>(draftNames.digits) ?? [];

/** Kept beside what is on the screen, so that a killed app takes no digits with it. */
export function keepToCopy(drafts: Drafts, one: ToCopy): void {
  drafts.saveDraft(draftNames.digits, [...digitsToCopy(drafts), one]);
}

export function hasCopied(drafts: Drafts, code: string): void {
  const left = digitsToCopy(drafts).filter((each) => each.code !== code);
  if (left.length > 0) drafts.saveDraft(draftNames.digits, left);
  else drafts.dropDraft(draftNames.digits);
}
