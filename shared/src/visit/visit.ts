import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { CaseTicketKind, CaseTicketRisk } from '../case-ticket/case-ticket';
import type { Page, PageQuery } from '../page';

export const visitKinds = ['home', 'phone', 'workplace', 'event'] as const;
export type VisitKind = (typeof visitKinds)[number];

export const visitKindLabels: Record<VisitKind, string> = {
  home: '上门',
  phone: '电话',
  workplace: '到单位',
  event: '活动时聊的',
};

/** Something she needs, in the words of a ticket, so that one tap makes a ticket of it. */
export interface VisitNeed {
  /** Made on the phone. */
  id: string;
  kind: CaseTicketKind;
  text: string;
}

/** Written on the phone and never changed; what comes later is another fact. No place, no track, no photo asked. */
export interface NewVisit {
  /** Made on the phone. */
  id: string;
  linkId: string;
  kind: VisitKind;
  visitDay: Day;
  needs: VisitNeed[];
  risk: CaseTicketRisk;
  note?: string;
  followUpDay?: Day;
}

/** Why a visit is shown with a mark: its day, or that it came in after her post had ended. All are kept as written. */
export const visitMarks = ['late', 'day_ahead', 'post_ended'] as const;
export type VisitMark = (typeof visitMarks)[number];

export const visitMarkLabels: Record<VisitMark, string> = {
  late: '补记',
  day_ahead: '日期在后面，手机时间可能不对',
  post_ended: '任职结束后传来',
};

export interface Visit extends Omit<NewVisit, 'note' | 'followUpDay'> {
  note: string | null;
  followUpDay: Day | null;
  /** When the server had it; the phone's own clock is not believed. */
  receivedAt: string;
  mark: VisitMark | null;
  /** The needs of which a ticket was made. */
  ticketed: string[];
}

export interface VisitsQuery extends PageQuery {
  linkId?: string;
}

export const visitLimits = {
  noteChars: { min: 1, max: 500 },
  needChars: { min: 1, max: 1000 },
  needsPerVisit: 8,
  /** A visit written down later than this is marked 补记. */
  lateAfterDays: 2,
} as const;

export const visitEndpoints = {
  /** Her own, newest first. */
  mine: endpoint<{ query: VisitsQuery; reply: Page<Visit> }>()('GET', '/me/visits'),
};
