import { caseTicketLimits, type CaseTicketKind } from '@niangjia/shared';

/** What she has begun to write: in memory only. */
export interface Draft {
  kind?: CaseTicketKind;
  text: string;
  notVillage: boolean;
}

export const emptyDraft: Draft = { text: '', notVillage: false };

/** What is still missing, per field, in words that say what to do. */
export function whyNotSend({ kind, text }: Draft): { kind?: string; text?: string } {
  return { kind: kind ? undefined : '选一样最接近的。', text: whyNotText(text) };
}

function whyNotText(text: string): string | undefined {
  if (!text.trim()) return '写几句您遇到的事。';
  const over = [...text].length - caseTicketLimits.textChars.max;
  return over > 0 ? `多了 ${over} 个字，删短一些。` : undefined;
}
