import { sessionToken } from '@/platform/session';

/** Who is to read it belongs to what she writes: a remark of hers must not come back as an answer. */
export interface Draft {
  text: string;
  reader: 'her' | 'staff';
}

const blank: Draft = { text: '', reader: 'her' };

let known = new Map<string, Draft>();
let whose: string | undefined;

/** What she is writing to each ticket while she goes from one to the other. Only in memory, and only hers. */
function drafts(): Map<string, Draft> {
  if (whose !== sessionToken()) known = new Map();
  whose = sessionToken();
  return known;
}

export const draftOf = (ticketId: string): Draft => drafts().get(ticketId) ?? blank;

export const dropDraft = (ticketId: string): void => void drafts().delete(ticketId);

export function keepDraft(ticketId: string, draft: Draft): void {
  if (draft.text === '') dropDraft(ticketId);
  else drafts().set(ticketId, draft);
}
