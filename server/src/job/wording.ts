import { discriminatoryWording, type JobDraft } from '@niangjia/shared';
import { Refusal } from '../platform/http/refusal';

const written = ['title', 'text', 'flexibility'] as const;

const inWords = (text: string): string =>
  discriminatoryWording(text)
    .map(({ phrase, article, advice }) => `“${phrase}”（${article}）：${advice}`)
    .join('');

/** Names in each field the phrases that discriminate, the article and what to do. */
export function refuseDiscrimination(draft: JobDraft): void {
  const faults = written.map((name) => [name, inWords(draft[name])]).filter(([, say]) => say);
  if (faults.length === 0) return;
  throw new Refusal('job_wording', {
    fields: Object.fromEntries(faults) as Record<string, string>,
  });
}
