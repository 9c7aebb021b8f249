import type {
  Day,
  FieldFact,
  Grid,
  LinkedWoman,
  LinkMade,
  NewVisit,
  RefusalCode,
  Task,
  Visit,
  VisitNeed,
} from '@niangjia/shared';

/** One of her women as the pages show her: the copy of the service with what waits laid over it. */
export interface FieldWoman extends LinkedWoman {
  /** Put on the list on this phone and not yet with the service. */
  isWaiting: boolean;
  /** An entry of the same grid that may be the same person, as the service said; a hint only. */
  maybeSameAs: string | null;
}

export interface FieldVisit extends Omit<Visit, 'receivedAt'> {
  /** Null while it waits. */
  receivedAt: string | null;
  isWaiting: boolean;
}

/** The service said no to it: it stays until it is put right or taken back. */
export interface RefusedFact {
  fact: FieldFact;
  code: RefusalCode;
  /** To show as it is. */
  message: string;
}

/** What is not with the service, and since when (Unix ms by the service's clock). */
export interface Waiting {
  /** All of it: refused ones, sealed ones and damaged ones too. */
  count: number;
  since: number | null;
  refused: RefusedFact[];
  /** Those that the service could not take for a fault of its own: they go again by themselves. */
  notTaken: number;
  /** Of whoever signed out on this phone before: to be sent, not to be read. */
  sealed: number;
  /** Those of them that the service did not take; sent again when somebody signs in here. */
  sealedRefused: number;
}

/** Twenty digits that a woman was to copy down, until the 执委 says that she has. */
export interface ToCopy {
  kind: 'card' | 'ticket';
  name: string;
  code: string;
}

/** The woman had ended the link before it came in. Of what was written nothing is kept but this. */
export interface EndedFact {
  id: string;
  type: FieldFact['type'];
  linkId: string;
  name: string;
  day: Day;
  /** It was only begun, and she is on the list no more, for whatever reason. */
  isDraft?: true;
}

export type SyncState =
  | { state: 'resting' | 'running' }
  /** No answer came, or the service said no to all of it: the sentence to show. */
  | { state: 'failed'; isOffline: boolean; message: string };

/**
 * `closed`: nobody is signed in. `newer`: what is stored was written by a newer version; it is left as it is.
 * `full`: there is no room on this phone even to begin. `locked`: acts are there and their key is not.
 * `failed`: the phone did not let itself be read; trying again is all there is. `over`: the service said that her post has ended; what was
 * unsent is sealed and everything else is wiped.
 */
export type FieldState =
  'closed' | 'opening' | 'open' | 'newer' | 'full' | 'locked' | 'failed' | 'over';

/** What the phone knows, as one value that changes as a whole. */
export interface FieldView {
  state: FieldState;
  /** By the service's clock, as far as the phone knows it. */
  today: Day;
  /** The days that it may be, when the phone's clock was changed without a network: to be asked. */
  dayDoubt: Day[] | null;
  /** Hers, so that she can put somebody on the list without a network. */
  grids: Grid[];
  women: FieldWoman[];
  tasks: Task[];
  /** Newest first; the older ones are with the service only. */
  visits: FieldVisit[];
  waiting: Waiting;
  ended: EndedFact[];
  toCopy: ToCopy[];
  sync: SyncState;
  /** When the copy was taken (Unix ms by the service's clock); null before the first time. */
  syncedAt: number | null;
  /** Acts that can no longer be read. They are left where they are. */
  damaged: number;
  /** Nine tenths of the room on this phone are taken. */
  isAlmostFull: boolean;
}

/** Kept on the phone now, or why not: then nothing was changed and what she typed must stay on the screen. */
export type Saved<T = object> = ({ kept: true } & T) | { kept: false; why: string };

export type VisitWritten = Omit<NewVisit, 'id' | 'needs'> & { needs: Omit<VisitNeed, 'id'>[] };
/** `ledgerEntryId` when she is in the ledger already. */
export type LinkWritten = Omit<LinkMade, 'type' | 'id' | 'ledgerEntryId' | 'linkCode'> & {
  ledgerEntryId?: string;
};
interface TicketWritten {
  visitId: string;
  needId: string;
  phone?: string;
  notVillage?: boolean;
}
/** What may be changed in a refused fact, by its type; the rest of it stays. */
export type PutRight = Partial<VisitWritten & LinkWritten & { phone: string }>;

/** `id` of the act, when it was begun as a draft: kept again, it is the same act. */
interface Begun {
  id?: string;
}

/** What she does. Each act stands on the phone when it returns, and is sent when there is a network. */
export interface FieldActs {
  addVisit(visit: VisitWritten & Begun): Saved<{ id: string; needIds: string[] }>;
  addLink(link: LinkWritten & Begun): Saved<{ id: string; linkCode: string }>;
  leaveLink(linkId: string): Saved;
  /** The twenty digits are for the woman to copy down there and then. */
  askTicket(ticket: TicketWritten): Saved<{ id: string; claimCode: string }>;
  /**
   * A code that the woman has copied down stays; only one that was taken is made anew, and `newCode` is then to be
   * copied down again.
   */
  putRight(id: string, change: PutRight): Saved<{ id: string; newCode: string | null }>;
  takeBack(id: string): Saved;
  dismissEnded(id: string): Saved;
  hasCopied(code: string): Saved;
  /** Which day it is, when she was asked. */
  sayToday(day: Day): Saved;

  /** For an act that is begun; undefined while nothing is open. */
  newId(): string | undefined;
  draft<T>(name: string): T | undefined;
  saveDraft(name: string, value: unknown): Saved;
  dropDraft(name: string): void;

  syncNow(): Promise<void>;
}
