import {
  caseTicketKindLabels,
  daysBetween,
  visitLimits,
  type CaseTicketKind,
  type CaseTicketRisk,
  type Day,
  type VisitKind,
} from '@niangjia/shared';
import type { VisitWritten } from '@/features/visit/field';

/** A visit as far as she has written it. */
export interface VisitDraft {
  /** Of the visit that it becomes. */
  id?: string;
  linkId?: string;
  kind?: VisitKind;
  visitDay: Day;
  needs: { kind: CaseTicketKind; text: string }[];
  risk: CaseTicketRisk;
  followUpDay?: Day;
  note: string;
}

export const anEmptyVisit = (visitDay: Day, linkId?: string): VisitDraft => ({
  linkId,
  visitDay,
  needs: [],
  risk: 'normal',
  note: '',
});

interface Faults {
  linkId?: string;
  kind?: string;
  needs?: string;
  note?: string;
}

const lengthOf = (text: string): number => [...text].length;

/** What is still to do, per part, in words. A day is never wrong: late ones are written down too. */
export function whyNotSaveVisit({ linkId, kind, needs, note }: VisitDraft): Faults {
  const tooLong = needs.some(({ text }) => lengthOf(text) > visitLimits.needChars.max);
  return {
    linkId: linkId ? undefined : '选一下去看了谁。',
    kind: kind ? undefined : '选一下怎么聊的。',
    needs: tooLong ? '有一项写得太长，删短一些。' : undefined,
    note: lengthOf(note) > visitLimits.noteChars.max ? '备注太长，删短一些。' : undefined,
  };
}

/** A chip alone says enough: then its own words stand for the need. */
export function writtenVisit(draft: VisitDraft): VisitWritten | undefined {
  const { linkId, kind, visitDay, needs, risk, followUpDay, note } = draft;
  if (!linkId || !kind || Object.values(whyNotSaveVisit(draft)).some(Boolean)) return undefined;
  return {
    linkId,
    kind,
    visitDay,
    risk,
    needs: needs.map((need) => ({
      kind: need.kind,
      text: need.text.trim() || caseTicketKindLabels[need.kind],
    })),
    ...(note.trim() && { note: note.trim() }),
    ...(followUpDay && { followUpDay }),
  };
}

export const isLate = (visitDay: Day, today: Day): boolean =>
  daysBetween(visitDay, today) > visitLimits.lateAfterDays;
