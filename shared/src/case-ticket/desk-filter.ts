import { endpoint } from '../endpoint';
import type { Page } from '../page';
import type { CaseTicketKind, CaseTicketRisk, CaseTicketState } from './case-ticket-words';

export const assignedFilters = ['me', 'nobody'] as const;
export type AssignedFilter = (typeof assignedFilters)[number];

export const assignedFilterLabels: Record<AssignedFilter, string> = {
  me: '分给我的',
  nobody: '还没分的',
};

export const dueFilters = ['overdue', 'soon'] as const;
export type DueFilter = (typeof dueFilters)[number];

export const dueFilterLabels: Record<DueFilter, string> = {
  overdue: '过了期限的',
  soon: '一周内到期的',
};

/** Days from today, today among them, in which what is due counts as 快到期. */
export const dueSoonDays = 7;

/** What a list of the desk is narrowed to; all of it together. */
export interface DeskFilter {
  state?: CaseTicketState;
  risk?: CaseTicketRisk;
  kind?: CaseTicketKind;
  assigned?: AssignedFilter;
  /** Ordered by the day then; what has no running clock is not in it. */
  due?: DueFilter;
  /** One federation of her branches, with everything below it. */
  federationId?: string;
}

/** A filter that one member of the staff named and kept; nobody else sees it. */
export interface SavedFilter {
  id: string;
  name: string;
  filter: DeskFilter;
  /** Of the federation in the filter. */
  federationName: string | null;
}

export interface SaveFilter {
  name: string;
  filter: DeskFilter;
}

export const savedFilterLimits = { nameChars: { min: 1, max: 20 }, perAccount: 12 } as const;

export const savedFilterEndpoints = {
  mine: endpoint<{ reply: Page<SavedFilter> }>()('GET', '/desk/case-ticket-filters'),
  save: endpoint<{ body: SaveFilter; reply: SavedFilter }>()('POST', '/desk/case-ticket-filters'),
  remove: endpoint<{ params: { id: string }; reply: { removed: boolean } }>()(
    'DELETE',
    '/desk/case-ticket-filters/:id',
  ),
};
