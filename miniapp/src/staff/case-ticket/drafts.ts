import { sessionToken } from '@/platform/session';

let texts = new Map<string, string>();
let whose: string | undefined;

/** What she is writing to each ticket while she goes from one to the other. Only in memory, and only hers. */
export function drafts(): Map<string, string> {
  if (whose !== sessionToken()) texts = new Map();
  whose = sessionToken();
  return texts;
}
