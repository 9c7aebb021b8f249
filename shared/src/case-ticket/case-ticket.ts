import { endpoint } from '../endpoint';
import type { Deadline } from '../deadline/deadline';
import type { Page, PageQuery } from '../page';
import type {
  CaseTicketChannel,
  CaseTicketKind,
  CaseTicketOutcome,
  CaseTicketRisk,
  CaseTicketState,
  DeskEventKind,
  DeskMove,
} from './case-ticket-words';
import type { DeskFilter } from './desk-filter';
import type { DeskTicketActs } from './desk-view';

export * from './case-ticket-words';

export interface AskForHelp {
  kind: CaseTicketKind;
  text: string;
  /** The code of the poster she scanned. */
  homeCode?: string;
  /** The town or village she chose. */
  divisionCode?: string;
  /** 不要让村里知道: begins at the town or above. */
  notVillage?: boolean;
  /** She agrees to a 回访 after it is closed. */
  followUp?: boolean;
}

/** Where a request would go: said to her before she sends it. */
export interface WhoseDeskQuery {
  homeCode?: string;
  divisionCode?: string;
  notVillage?: boolean;
}

export interface WhoseDesk {
  federationName: string;
}

export interface AskedForHelp {
  id: string;
  /** Twenty digits, shown once. */
  claimCode: string;
}

export interface ClaimCode {
  /** Twenty digits; blanks, dashes and full-width digits are forgiven. */
  claimCode: string;
}

export interface AddFacts extends ClaimCode {
  text: string;
}

export interface AnswerDanger extends ClaimCode {
  inDanger: boolean;
}

export const safeContactWays = ['no_contact', 'call', 'text_message'] as const;
export type SafeContactWay = (typeof safeContactWays)[number];

export const safeContactWayLabels: Record<SafeContactWay, string> = {
  no_contact: '不要联系我，我自己来看',
  call: '可以打电话',
  text_message: '可以发短信',
};

/** When and how the federation may reach her without putting her at risk. */
export interface SafeContact {
  way: SafeContactWay;
  phone?: string;
  /** When it is safe, in her words. */
  when?: string;
  /** What to say if somebody else answers. */
  ifSomeoneElse?: string;
  /** The word by which she knows it is really us. */
  codeWord?: string;
}

export interface SetSafeContact extends ClaimCode {
  contact: SafeContact;
}

export interface TicketMessage {
  id: string;
  from: 'her' | 'federation';
  text: string;
  writtenAt: string;
}

/** What she sees with her claim code. */
export interface ClaimedTicket {
  kind: CaseTicketKind;
  state: CaseTicketState;
  receivedAt: string;
  federationName: string;
  /** Set by the federation itself; null while it has promised nothing. */
  answersWithinHours: number | null;
  inDanger: boolean | null;
  safeContact: SafeContact | null;
  followUp: boolean;
  /** Who mediates for her now. */
  mediator: string | null;
  /** Her own first words and all that followed, oldest first. */
  messages: TicketMessage[];
  mayAddFacts: boolean;
  mayWithdraw: boolean;
}

export interface DeskTicketRow {
  id: string;
  kind: CaseTicketKind;
  channel: CaseTicketChannel;
  state: CaseTicketState;
  risk: CaseTicketRisk;
  receivedAt: string;
  federationId: string;
  federationName: string;
  /** The nearest day of a running clock; null when none runs. */
  dueDay: string | null;
  /** Withdrawn and closed to all but the supervisor. */
  sealed: boolean;
  /** Who it was given to; null while nobody has it. */
  assigneeName: string | null;
  /** It was given to whoever looks. */
  isMine: boolean;
  /** It concerns a minor and whoever looks has no approval: nothing of its content is shown. */
  locked: boolean;
}

export interface DeskMessage {
  id: string;
  from: 'her' | 'federation';
  /** Never shown to her. */
  internal: boolean;
  authorName: string | null;
  text: string;
  writtenAt: string;
}

export interface DeskEvent {
  at: string;
  /** Null when it was she. */
  who: string | null;
  what: DeskEventKind;
  /** The person it was given to, unlocked for or barred; the federation it was offered to or came to. */
  about: string | null;
  to: CaseTicketState | null;
  outcome: CaseTicketOutcome | null;
  note: string | null;
}

export interface DeskTicket extends DeskTicketRow, DeskTicketActs {
  version: number;
  inDanger: boolean | null;
  notVillage: boolean;
  followUp: boolean;
  safeContact: SafeContact | null;
  messages: DeskMessage[];
  events: DeskEvent[];
  deadlines: Deadline[];
  mayMoveTo: DeskMove[];
  mayAnswer: boolean;
}

export interface MoveTicket {
  to: DeskMove;
  note?: string;
  /** Asked for when it is closed. */
  outcome?: CaseTicketOutcome;
  /** Of the ticket as she saw it. Somebody was quicker: `changed_meanwhile`, and `lastMove` says who. */
  version?: number;
}

export interface WriteMessage {
  text: string;
  internal?: boolean;
}

export interface DeskTicketsQuery extends PageQuery, DeskFilter {}

export const caseTicketLimits = {
  textChars: { min: 1, max: 4000 },
  noteChars: { min: 1, max: 500 },
  claimCodeDigits: 20,
  /** As typed: digits with blanks or dashes between. */
  claimCodeChars: { min: 20, max: 60 },
  contactChars: { min: 1, max: 100 },
  phoneChars: { min: 5, max: 20 },
} as const;

const nameless = { nameless: true } as const;

export const caseTicketEndpoints = {
  whoseDesk: endpoint<{ query: WhoseDeskQuery; reply: WhoseDesk }>()(
    'GET',
    '/case-tickets/whose-desk',
    nameless,
  ),
  ask: endpoint<{ body: AskForHelp; reply: AskedForHelp }>()('POST', '/case-tickets', nameless),
  claim: endpoint<{ body: ClaimCode; reply: ClaimedTicket }>()(
    'POST',
    '/case-tickets/claim',
    nameless,
  ),
  addFacts: endpoint<{ body: AddFacts; reply: ClaimedTicket }>()(
    'POST',
    '/case-tickets/claim/messages',
    nameless,
  ),
  answerDanger: endpoint<{ body: AnswerDanger; reply: ClaimedTicket }>()(
    'POST',
    '/case-tickets/claim/danger',
    nameless,
  ),
  setSafeContact: endpoint<{ body: SetSafeContact; reply: ClaimedTicket }>()(
    'POST',
    '/case-tickets/claim/safe-contact',
    nameless,
  ),
  withdraw: endpoint<{ body: ClaimCode; reply: ClaimedTicket }>()(
    'POST',
    '/case-tickets/claim/withdraw',
    nameless,
  ),
  desk: endpoint<{ query: DeskTicketsQuery; reply: Page<DeskTicketRow> }>()(
    'GET',
    '/desk/case-tickets',
  ),
  deskOne: endpoint<{ params: { id: string }; reply: DeskTicket }>()(
    'GET',
    '/desk/case-tickets/:id',
  ),
  move: endpoint<{ params: { id: string }; body: MoveTicket; reply: DeskTicket }>()(
    'POST',
    '/desk/case-tickets/:id/moves',
  ),
  write: endpoint<{ params: { id: string }; body: WriteMessage; reply: DeskTicket }>()(
    'POST',
    '/desk/case-tickets/:id/messages',
  ),
};
