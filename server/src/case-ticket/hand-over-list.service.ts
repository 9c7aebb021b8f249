import {
  type HandOverOffer,
  type HandOverTarget,
  type HandOverTargetsQuery,
  nearestDueDay,
  type Page,
  pageLimits,
  type PageQuery,
  rfc3339,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Deadlines } from '../deadline';
import { Divisions, type FederationRow, Federations } from '../federation';
import { placeTyped } from '../organisation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import type { CaseTicket } from './case-ticket.entity';
import { findTickets, lastEvent } from './case-ticket.repository';
import { deskBranches } from './desk-branches';
import { Desk } from './desk.service';
import type { HandOverOfferRow } from './hand-over.entity';
import { offersTo } from './hand-over.repository';
import { HandingOver } from './handing-over.service';
import { concernsMinor } from './minor';
import { TicketKeys } from './ticket-key';

type Target = Pick<FederationRow, 'id' | 'name' | 'level' | 'parentId'>;

/** So many of a name are looked through in the whole tree. */
const mostOfAName = 300;

/** What other federations offer to hers, and where a ticket of hers may go. */
@Injectable()
export class HandOverList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: Desk,
    private readonly handingOver: HandingOver,
    private readonly keys: TicketKeys,
    private readonly deadlines: Deadlines,
    private readonly federations: Federations,
    private readonly divisions: Divisions,
    private readonly accounts: Accounts,
  ) {}

  /** For those of the very federation. Of the ticket no more than what the sender wrote down. */
  async offers(person: Person, query: PageQuery): Promise<Page<HandOverOffer>> {
    const db = this.unitOfWork.reader;
    const { limit = pageLimits.default } = query;
    const [after] = decodeAfter(query.after, ['']) ?? [''];
    const desks = [...new Set(deskBranches(person).map(({ federationId }) => federationId))];
    const ofDesks = await Promise.all(
      desks.map((desk) => offersTo(db, desk, person.accountId, after, limit + 1).getMany()),
    );
    const sorted = ofDesks.flat().sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1));
    const page = pageOf(
      sorted.slice(0, limit + 1),
      limit,
      ({ ticketId }) => [ticketId],
      (row) => row,
    );
    return { ...page, items: await this.show(db, page.items) };
  }

  /** Around the desk of the ticket, or the one she has gone to with those below, or what she looks for. */
  async targets(
    person: Person,
    id: string,
    { below, search, ...page }: HandOverTargetsQuery,
  ): Promise<Page<HandOverTarget>> {
    const act = 'look_at_targets';
    const { ticket } = await this.unitOfWork.run((tx) => this.desk.look(tx, person, id, act));
    const db = this.unitOfWork.reader;
    if (search !== undefined)
      return {
        items: await this.asTargets(db, ticket, await this.named(db, ticket, search)),
        next: null,
      };

    const above = (await this.federations.ancestorsOf(db, ticket.federationId)).at(-2);
    const start = below ?? above ?? ticket.federationId;
    const { items, next } = await this.federations.children(start, page);
    const itself = page.after ? [] : await this.federations.rowsOf(db, [start]);
    return { items: await this.asTargets(db, ticket, [...itself, ...items]), next };
  }

  /** Many villages of the country have one name: those that share most of the way down the tree come first. */
  private async named(db: EntityManager, ticket: CaseTicket, search: string) {
    const places = await this.divisions.named(db, placeTyped(search), mostOfAName);
    const rows = await this.federations.ofDivisions(
      db,
      places.map(({ code }) => code),
    );
    const here = await this.federations.ancestorsOf(db, ticket.federationId);
    const shared = ({ path }: FederationRow) => here.filter((id) => path.includes(id)).length;
    return rows.sort((a, b) => shared(b) - shared(a)).slice(0, pageLimits.default);
  }

  private async asTargets(
    db: EntityManager,
    ticket: CaseTicket,
    rows: readonly Target[],
  ): Promise<HandOverTarget[]> {
    const names = await this.federations.namesOf(
      db,
      rows.flatMap(({ parentId }) => parentId ?? []),
    );
    const whyNots = await this.handingOver.whyNotOffer(db, ticket, rows);
    return rows.map(({ id, name, level, parentId }) => ({
      ...{ id, name, level, parentId },
      parentName: names.get(parentId ?? '') ?? null,
      whyNot: whyNots.get(id) ?? null,
    }));
  }

  private async show(db: EntityManager, rows: HandOverOfferRow[]): Promise<HandOverOffer[]> {
    const ids = rows.map(({ ticketId }) => ticketId);
    const tickets = new Map((await findTickets(db, ids)).map((ticket) => [ticket.id, ticket]));
    const clocks = await this.deadlines.of(db, ids);
    const froms = [...tickets.values()].map(({ federationId }) => federationId);
    const tos = rows.map(({ toFederationId }) => toFederationId);
    const federations = await this.federations.rowsOf(db, [...new Set([...froms, ...tos])]);
    const names = await this.accounts.namesOf(
      db,
      rows.map(({ offeredByAccountId }) => offeredByAccountId),
    );
    const nameOf = (id: string) => federations.find((row) => row.id === id)?.name ?? '';

    const shown = rows.map(async (row) => {
      const ticket = tickets.get(row.ticketId);
      if (!ticket) return [];
      const { id, version, kind, risk, state, receivedAt } = ticket;
      const objection = clocks.get(id)?.find(({ rule }) => rule === 'petition_objection');
      const hers = clocks.get(id)?.filter((clock) => clock !== objection) ?? [];
      return [
        {
          ...{ id, version, kind, risk, state },
          receivedAt: rfc3339(receivedAt),
          dueDay: nearestDueDay(hers),
          fromFederationName: nameOf(ticket.federationId),
          toFederationName: nameOf(row.toFederationId),
          offeredByName: names.get(row.offeredByAccountId) ?? null,
          offeredAt: rfc3339(row.offeredAt),
          reason: await this.reasonOf(db, ticket),
          answerBy: objection?.dueDay ?? null,
        },
      ];
    });
    return (await Promise.all(shown)).flat();
  }

  private async reasonOf(db: EntityManager, ticket: CaseTicket): Promise<string | null> {
    const offered = await lastEvent(db, ticket.id, 'hand_over_offered');
    const key = concernsMinor(ticket) ? undefined : this.keys.ofDesk(ticket);
    if (!key || !offered?.sealedNote) return null;
    return key.open('case_ticket_event.sealed_note', offered.id, offered.sealedNote);
  }
}
