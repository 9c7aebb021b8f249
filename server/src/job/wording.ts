import { discriminatoryWording, type JobDraft } from '@niangjia/shared';
import { Refusal } from '../platform/http/refusal';

const written = ['title', 'text', 'flexibility', 'employerName', 'place'] as const;

/** As kept in the post, a line each. */
export const linesOf = (phrases: string | null): string[] => phrases?.split('\n') ?? [];

/**
 * Refuses what discriminates, naming in each field the phrases, the article and what to do; but not those
 * phrases that staff say are lawful, now or before. Answers the ones that they say so of for the first time.
 */
export function newlyLawful(draft: JobDraft, lawful: readonly string[]): string[] {
  const faults = written.flatMap((name) =>
    discriminatoryWording(draft[name])
      .filter(({ phrase }) => !lawful.includes(phrase))
      .map((fault) => ({ ...fault, name })),
  );
  if (draft.wordingIsLawful) return [...new Set(faults.map(({ phrase }) => phrase))];

  const fields: Record<string, string> = {};
  for (const { name, phrase, article, advice } of faults)
    fields[name] = `${fields[name] ?? ''}“${phrase}”（${article}）：${advice}`;
  if (faults.length > 0) throw new Refusal('job_wording', { fields });
  return [];
}
