import { forget, keep, stored, storedKeys } from './storage';

/** An answer that was kept on the phone, and when it was given (Unix ms). */
export interface KeptPage<T> {
  at: number;
  data: T;
}

const prefix = 'page:';
const mostPages = 30;
/** The nearest homes of a town are about 15,000. */
const mostChars = 60_000;

const keptKeys = (): string[] => storedKeys().filter((key) => key.startsWith(prefix));

/** What was read last to this question; undefined when nothing was kept. */
export const keptPage = <T>(question: string): KeptPage<T> | undefined =>
  stored<KeptPage<T>>(prefix + question);

/** Keeps an answer that anybody may read. The oldest go first; without room nothing is kept. */
export function keepPage<T>(question: string, page: KeptPage<T>): void {
  if (JSON.stringify(page).length > mostChars) return;
  try {
    keep(prefix + question, page);
  } catch {
    keptKeys().forEach(forget);
  }
  const ages = keptKeys().map((key) => ({ key, at: stored<KeptPage<unknown>>(key)?.at ?? 0 }));
  const tooMany = ages.sort((a, b) => b.at - a.at).slice(mostPages);
  tooMany.forEach(({ key }) => forget(key));
}
