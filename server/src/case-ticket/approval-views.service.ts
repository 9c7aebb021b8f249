import {
  type Approval,
  type DeskTicketRow,
  isOpenTicket,
  rfc3339,
  type TicketApprovals,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import type { DeadlineExtensionRow } from '../deadline';
import type { CaseTicket } from './case-ticket.entity';
import { findTickets, lastEvent } from './case-ticket.repository';
import { DeskPeople } from './desk-people.service';
import { DeskRows } from './desk-row.service';
import { type TicketKey, TicketKeys } from './ticket-key';
import type { UnlockRow } from './unlock.entity';
import { nobodyApproves, whoDecides, type WhoApproves } from './who-approves';

/** What was asked about one ticket. */
export interface AskedOfTicket {
  ticketId: string;
  unlocks: UnlockRow[];
  extensions: DeadlineExtensionRow[];
}

/** What is known of one ticket to whoever looks. */
interface Look {
  accountId: string;
  row: DeskTicketRow;
  key: TicketKey | undefined;
  names: Map<string, string>;
  whoApproves: WhoApproves;
  /** Why more days are asked for, where that is hers to read. */
  whyExtended: string | null;
}

/** Approvals as one member of the staff sees them; which tickets she may see was asked before. */
@Injectable()
export class ApprovalViews {
  constructor(
    private readonly rows: DeskRows,
    private readonly people: DeskPeople,
    private readonly keys: TicketKeys,
    private readonly accounts: Accounts,
  ) {}

  async show(
    db: EntityManager,
    person: Person,
    asked: readonly AskedOfTicket[],
  ): Promise<TicketApprovals[]> {
    const ids = [...new Set(asked.map(({ ticketId }) => ticketId))];
    const rows = await this.rows.show(db, person.accountId, ids);
    const tickets = await findTickets(db, ids);
    const names = await this.accounts.namesOf(db, asked.flatMap(peopleOf));

    const shown: TicketApprovals[] = [];
    for (const one of asked) {
      const row = rows.find(({ id }) => id === one.ticketId);
      const ticket = tickets.find(({ id }) => id === one.ticketId);
      if (!row || !ticket) continue;
      const look = { ...(await this.look(db, person, ticket, row, one)), names };
      const unlocks = one.unlocks.map((each) => unlockView(look, each));
      const extensions = one.extensions.map((each) => extensionView(look, each));
      shown.push({ ticket: row, approvals: [...unlocks, ...extensions] });
    }
    return shown;
  }

  private async look(
    db: EntityManager,
    person: Person,
    ticket: CaseTicket,
    row: DeskTicketRow,
    { unlocks, extensions }: AskedOfTicket,
  ): Promise<Omit<Look, 'names'>> {
    const key = this.keys.ofDesk(ticket);
    const isWaiting =
      unlocks.some(({ approved }) => approved === null) ||
      extensions.some(({ state }) => state === 'asked');
    const readable = row.locked || extensions.length === 0 ? undefined : key;
    return {
      accountId: person.accountId,
      row,
      key,
      whoApproves: isWaiting ? await this.people.whoApproves(db, ticket) : nobodyApproves,
      whyExtended: readable ? await whyExtended(db, ticket, readable) : null,
    };
  }
}

const peopleOf = ({ unlocks, extensions }: AskedOfTicket): string[] =>
  [
    ...unlocks.flatMap((row) => [row.accountId, row.decidedByAccountId]),
    ...extensions.flatMap((row) => [row.askedByAccountId, row.decidedByAccountId]),
  ].filter((id) => id !== null);

async function whyExtended(db: EntityManager, { id }: CaseTicket, key: TicketKey) {
  const asked = await lastEvent(db, id, 'extension_asked');
  if (!asked?.sealedNote) return null;
  return key.open('case_ticket_event.sealed_note', asked.id, asked.sealedNote);
}

const nameOf = ({ names }: Look, id: string | null): string | null => names.get(id ?? '') ?? null;

/** Its reason is read by her who asked, by those who decide, and by whom it was let read. */
function unlockView(look: Look, row: UnlockRow): Approval {
  const { accountId, key, whoApproves } = look;
  const isMine = row.accountId === accountId;
  const isOpen = row.approved === null && key !== undefined;
  const mayDecide = isOpen && whoDecides(whoApproves, row.accountId).includes(accountId);
  const decided = row.decidedByAccountId === accountId;
  const mayRead = isMine || mayDecide || decided || !look.row.locked;
  const open = () => key?.open('case_ticket_unlock.sealed_reason', row.id, row.sealedReason);
  return {
    kind: 'unlock',
    state: row.approved === null ? 'asked' : row.approved ? 'approved' : 'declined',
    rule: null,
    days: null,
    askedByName: nameOf(look, row.accountId),
    isMine,
    askedAt: rfc3339(row.askedAt),
    decidedByName: nameOf(look, row.decidedByAccountId),
    reason: (mayRead && open()) || null,
    mayDecide,
  };
}

function extensionView(look: Look, row: DeadlineExtensionRow): Approval {
  const isMine = row.askedByAccountId === look.accountId;
  const decides = whoDecides(look.whoApproves, row.askedByAccountId).includes(look.accountId);
  return {
    kind: 'extension',
    state: row.state,
    rule: row.rule,
    days: row.days,
    askedByName: nameOf(look, row.askedByAccountId),
    isMine,
    askedAt: rfc3339(row.askedAt),
    decidedByName: nameOf(look, row.decidedByAccountId),
    reason: look.whyExtended,
    mayDecide: row.state === 'asked' && isOpenTicket(look.row.state) && decides,
  };
}
