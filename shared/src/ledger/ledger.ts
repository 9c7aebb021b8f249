import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';

/** A part of a village, a building or a workshop floor for which one or more 执委 keep the ledger. */
export interface Grid {
  id: string;
  federationId: string;
  name: string;
}

export interface GridHolder {
  accountId: string;
  name: string;
}

/** A grid as the staff of the branch see it. */
export interface DeskGrid extends Grid {
  federationName: string;
  /** The 执委 who keep its ledger; none while it was given to nobody. */
  holders: GridHolder[];
}

export interface NewGrid {
  federationId: string;
  name: string;
}

/** What is opened one field at a time, online only, and each time is logged. Never on a phone's storage. */
export const sensitiveFields = ['health', 'hardship', 'family', 'children'] as const;
export type SensitiveField = (typeof sensitiveFields)[number];

export const sensitiveFieldLabels: Record<SensitiveField, string> = {
  health: '身体情况',
  hardship: '生活困难',
  family: '家庭情况',
  children: '孩子情况',
};

/** A woman of a grid, written down with her consent. */
export interface LedgerEntry {
  id: string;
  gridId: string;
  /** The same for all of one household; null while nobody said. */
  householdId: string | null;
  name: string;
  phone: string | null;
  address: string | null;
  /** Which sensitive fields hold something. */
  holds: SensitiveField[];
  /** One more with each correction of the words above. */
  version: number;
  /** One more with each writing of the field. */
  fieldVersions: Record<SensitiveField, number>;
}

/** How she is called, found and with whom she lives, as it should stand. */
export interface CorrectEntry {
  name: string;
  phone: string | null;
  address: string | null;
  /** Of somebody of her grid, or made on the phone. */
  householdId: string | null;
  /** Of what was read; somebody may have corrected it since: `changed_meanwhile`. */
  version: number;
}

export interface LedgerQuery extends PageQuery {
  gridId?: string;
}

export interface OpenField {
  field: SensitiveField;
}

export interface OpenedField {
  field: SensitiveField;
  text: string | null;
  version: number;
}

export interface WriteField {
  field: SensitiveField;
  /** Null takes out what stood there. */
  text: string | null;
  /** She agreed that this is kept (个人信息保护法 art. 29). */
  agreed: true;
  /** Of what she read there; somebody may have written since: `changed_meanwhile`. */
  version: number;
}

/** Who opened a sensitive field of hers, and when. */
export interface FieldOpening {
  field: SensitiveField;
  who: string;
  at: string;
}

export const ledgerLimits = {
  nameChars: { min: 1, max: 30 },
  phoneChars: { min: 5, max: 20 },
  addressChars: { min: 1, max: 100 },
  sensitiveChars: { min: 1, max: 500 },
  gridNameChars: { min: 1, max: 40 },
} as const;

export const ledgerEndpoints = {
  /** The grids that she keeps. */
  grids: endpoint<{ reply: Page<Grid> }>()('GET', '/me/grids'),
  entries: endpoint<{ query: LedgerQuery; reply: Page<LedgerEntry> }>()('GET', '/ledger'),
  one: endpoint<{ params: { id: string }; reply: LedgerEntry }>()('GET', '/ledger/:id'),
  correct: endpoint<{ params: { id: string }; body: CorrectEntry; reply: LedgerEntry }>()(
    'PUT',
    '/ledger/:id',
  ),
  open: endpoint<{ params: { id: string }; body: OpenField; reply: OpenedField }>()(
    'POST',
    '/ledger/:id/openings',
  ),
  write: endpoint<{ params: { id: string }; body: WriteField; reply: LedgerEntry }>()(
    'POST',
    '/ledger/:id/fields',
  ),
  openings: endpoint<{ params: { id: string }; reply: Page<FieldOpening> }>()(
    'GET',
    '/ledger/:id/openings',
  ),

  /** By federation, for whoever hands grids out. */
  deskGrids: endpoint<{ query: PageQuery; reply: Page<DeskGrid> }>()('GET', '/desk/grids'),
  addGrid: endpoint<{ body: NewGrid; reply: DeskGrid }>()('POST', '/desk/grids'),
  /** To an 执委 of the grid's own federation; whoever keeps it already goes on. */
  giveGrid: endpoint<{ params: { id: string }; body: { accountId: string }; reply: DeskGrid }>()(
    'POST',
    '/desk/grids/:id/holders',
  ),
  takeGridBack: endpoint<{ params: { id: string; accountId: string }; reply: DeskGrid }>()(
    'DELETE',
    '/desk/grids/:id/holders/:accountId',
  ),
};
