import { Injectable } from '@nestjs/common';
import type { CaseTicketOutcome, DeskTicket, MoveTicket, WriteMessage } from '@niangjia/shared';
import { whyNotWrite } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Audit } from '../audit';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import { changeTicket, findTicket, findTickets, takeTicket } from './case-ticket.repository';
import { deskBranches } from './desk-branches';
import { DeskViews } from './desk-view.service';
import { isSeenThrough } from './desk.repository';
import { findOffer } from './hand-over.repository';
import { concernsMinor } from './minor';
import { TicketHistory } from './ticket-history.service';
import { type TicketKey, TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';
import { approvedFor, findUnlock } from './unlock.repository';

const subjectOf = (id: string) => ({ type: 'case_ticket', id });

export interface Taken {
  ticket: CaseTicket;
  key: TicketKey | undefined;
  /** It concerns a minor and nobody has let her read it. */
  isLocked: boolean;
}

/** What staff do with one ticket. Each act is in the audit, in the transaction of the act. */
@Injectable()
export class Desk {
  constructor(
    private readonly keys: TicketKeys,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly views: DeskViews,
    private readonly audit: Audit,
  ) {}

  /** Its log is the audit: a look changes nothing, so it does not count as a version. */
  async read(tx: EntityManager, person: Person, id: string): Promise<DeskTicket> {
    return this.views.of(tx, person, await this.find(tx, person, id, 'read', findTicket));
  }

  /** For a look at what hangs on it: the same who, the same not there and locked; no new version. */
  async look(tx: EntityManager, person: Person, id: string, act: string): Promise<Taken> {
    const taken = await this.find(tx, person, id, act, findTicket);
    return { ...taken, key: taken.isLocked ? undefined : taken.key };
  }

  /** Before a reply that was kept is given again: that is a look too, and what is locked by now stays so. */
  async readAgain(tx: EntityManager, person: Person, id: string): Promise<void> {
    const { isLocked } = await this.look(tx, person, id, 'read');
    if (isLocked) throw new Refusal('case_ticket_locked');
  }

  async move(
    tx: EntityManager,
    person: Person,
    id: string,
    { to, note, outcome, version }: MoveTicket,
  ): Promise<DeskTicket> {
    const taken = await this.take(tx, person, id, 'move', version);
    if (to === 'closed') return this.close(tx, person, taken, { outcome, note });
    const { ticket, key } = taken;
    const { accountId } = person;
    await this.moves.move(tx, ticket, to);
    await this.history.happened(tx, ticket, key, { what: 'moved', accountId, to, note });
    return this.views.of(tx, person, taken);
  }

  /** An answer to her, or with `internal` a word among staff. */
  async write(
    tx: EntityManager,
    person: Person,
    id: string,
    { text, internal = false }: WriteMessage,
  ): Promise<DeskTicket> {
    const taken = await this.takeToRead(tx, person, id, 'write');
    const { ticket, key } = taken;
    const reason = whyNotWrite(ticket.state);
    if (reason) throw new Refusal(reason);
    const answers = !internal && ticket.state !== 'answered';
    const { accountId } = person;

    if (answers) await this.moves.move(tx, ticket, 'answered');
    await this.history.written(tx, ticket, key, { text, internal, authorAccountId: accountId });
    await this.history.happened(tx, ticket, key, {
      what: internal ? 'noted' : 'answered',
      accountId,
      to: answers ? 'answered' : undefined,
    });

    return this.views.of(tx, person, taken);
  }

  /** What another federation is asked to take is not closed before it has answered. */
  async checkNotOffered(tx: EntityManager, { id }: CaseTicket): Promise<void> {
    if (await findOffer(tx, id)) throw new Refusal('hand_over_open');
  }

  private async close(
    tx: EntityManager,
    person: Person,
    taken: Taken & { key: TicketKey },
    { outcome, note }: { outcome?: CaseTicketOutcome; note?: string },
  ): Promise<DeskTicket> {
    const { ticket, key } = taken;
    await this.checkNotOffered(tx, ticket);
    await this.moves.move(tx, ticket, 'closed');
    if (!outcome) throw new Refusal('bad_input', { fields: { outcome: '选一个办理结果。' } });
    await changeTicket(tx, ticket, { outcome });
    const { accountId } = person;
    const to = 'closed';
    await this.history.happened(tx, ticket, key, { what: 'moved', accountId, to, outcome, note });
    return this.views.of(tx, person, taken);
  }

  /**
   * What lies outside her branches, what she is barred from, and what was withdrawn under another's
   * supervision is not there: it is not touched, and costs the time that none costs. Once it is taken she is asked
   * for again, so that nobody is barred in between.
   */
  private async find(
    tx: EntityManager,
    person: Person,
    id: string,
    act: string,
    from: typeof findTicket,
  ): Promise<Taken> {
    const branches = deskBranches(person);
    const isSeen = () => isSeenThrough(tx, id, branches, person.accountId);
    const ticket = (await isSeen()) ? await from(tx, id) : null;
    if (!ticket || !(await isSeen())) throw new Refusal('case_ticket_not_found');

    await this.audit.record(tx, { accountId: person.accountId, act, subject: subjectOf(id) });
    const isLocked = await this.isLocked(tx, person, ticket, act);
    return { ticket, key: this.keys.ofDesk(ticket), isLocked };
  }

  /** For lists that were scoped before: by ticket, of those that she may read and that were not shredded. */
  async keysOf(
    db: EntityManager,
    { accountId }: Person,
    ids: readonly string[],
  ): Promise<Map<string, TicketKey>> {
    const tickets = await findTickets(db, ids);
    const approved = await approvedFor(db, accountId, ids);
    return new Map(
      tickets.flatMap((ticket): [string, TicketKey][] => {
        const isLocked = concernsMinor(ticket) && !approved.has(ticket.id);
        const key = isLocked ? undefined : this.keys.ofDesk(ticket);
        return key ? [[ticket.id, key]] : [];
      }),
    );
  }

  /** Each look at what concerns a minor is kept with the request that let her look, and its reason. */
  private async isLocked(
    tx: EntityManager,
    { accountId }: Person,
    ticket: CaseTicket,
    act: string,
  ) {
    if (!concernsMinor(ticket)) return false;
    const unlock = await findUnlock(tx, ticket.id, accountId);
    if (!unlock?.approved) return true;
    const subject = { type: 'case_ticket_unlock', id: unlock.id };
    await this.audit.record(tx, { accountId, act, subject });
    return false;
  }

  /**
   * For what is about to happen to it. Nothing more happens to what was shredded; with the version that
   * she saw, nothing when somebody was quicker.
   */
  async take(tx: EntityManager, person: Person, id: string, act: string, seen?: number) {
    const { ticket, key, isLocked } = await this.find(tx, person, id, act, takeTicket);
    if (seen !== undefined && seen !== ticket.version - 1) throw new Refusal('changed_meanwhile');
    if (!key) throw new Refusal('case_ticket_wrong_state');
    return { ticket, key, isLocked };
  }

  /** The same for what only she does who can read it. */
  async takeToRead(tx: EntityManager, person: Person, id: string, act: string, seen?: number) {
    const taken = await this.take(tx, person, id, act, seen);
    if (taken.isLocked) throw new Refusal('case_ticket_locked');
    return taken;
  }
}
