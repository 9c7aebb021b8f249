import {
  type AssignMediator,
  assignedForHer,
  dayOf,
  type DeclareRecusal,
  endedForHer,
  type EndMediation,
  type Mediation,
  type MediatorChoice,
  type RefusalCode,
  rfc3339,
  type TicketMediation,
  whyNotMediate,
  whyNotMediator,
  whyNotWrite,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { type CaseTicket, Desk, TicketHistory, type TicketKey } from '../case-ticket';
import { Federations } from '../federation';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { randomId } from '../platform/ids';
import type { MediationRow } from './mediation.entity';
import {
  endMediation,
  findMediationsOf,
  findMediatorRows,
  findMediatorsOf,
  findOpenMediation,
  findRecusals,
  insertMediation,
  saveRecusal,
} from './mediation.repository';
import type { MediatorRow } from './mediator.entity';
import { Roster, skillsOf } from './roster.service';

interface Taken {
  ticket: CaseTicket;
  key: TicketKey | undefined;
  isLocked: boolean;
}

/** Who mediates a ticket: asked by whoever may triage it, ended by her, by them or by recusal. */
@Injectable()
export class Mediations {
  constructor(
    private readonly desk: Desk,
    private readonly history: TicketHistory,
    private readonly roster: Roster,
    private readonly federations: Federations,
    private readonly clock: Clock,
  ) {}

  async ofTicket(tx: EntityManager, person: Person, id: string): Promise<TicketMediation> {
    return this.view(tx, await this.desk.look(tx, person, id, 'read_mediation'));
  }

  /** She reads at once who it is, and that she may have another or none. */
  async assign(
    tx: EntityManager,
    person: Person,
    id: string,
    { mediatorId }: AssignMediator,
  ): Promise<TicketMediation> {
    const { ticket, key } = await this.desk.takeToRead(tx, person, id, 'assign_mediator');
    const reason = whyNobody(ticket);
    if (reason) throw new Refusal(reason);
    if (await findOpenMediation(tx, id)) throw new Refusal('mediator_assigned_already');
    const choice = await this.choiceOf(tx, ticket, mediatorId);
    if (choice.whyNot) throw new Refusal(choice.whyNot);

    const { accountId } = person;
    await insertMediation(tx, this.rowFor(accountId, id, mediatorId));
    const text = assignedForHer(choice.name);
    await this.history.written(tx, ticket, key, { text, authorAccountId: accountId });
    await this.happened(tx, person, ticket, key, 'mediator_assigned', choice.name);
    return this.view(tx, { ticket, key, isLocked: false });
  }

  /** Related to somebody in the matter, or asking to stay out. Whoever mediates it then stops. */
  async recuse(
    tx: EntityManager,
    person: Person,
    id: string,
    { mediatorId, kind, note }: DeclareRecusal,
  ): Promise<TicketMediation> {
    const { ticket, key } = await this.takeToWrite(tx, person, id, 'recuse_mediator');
    const open = await findOpenMediation(tx, id);
    const isServing = open?.mediatorId === mediatorId;
    const name = isServing
      ? await this.nameOf(tx, mediatorId)
      : (await this.choiceOf(tx, ticket, mediatorId)).name;
    const declaredAt = toTheMinute(this.clock.now());
    const declarerAccountId = person.accountId;
    await saveRecusal(tx, { ticketId: id, mediatorId, kind, declarerAccountId, declaredAt });
    if (isServing) await this.end(tx, open, 'recused');

    const what = note ? `${name}：${note}` : name;
    await this.happened(tx, person, ticket, key, 'mediator_recused', what);
    return this.view(tx, { ticket, key, isLocked: false });
  }

  async finish(
    tx: EntityManager,
    person: Person,
    id: string,
    { note }: EndMediation,
  ): Promise<TicketMediation> {
    const { ticket, key } = await this.takeToWrite(tx, person, id, 'end_mediation');
    const open = await findOpenMediation(tx, id);
    if (!open) throw new Refusal('mediation_none');
    const sealedNote = note ? key.seal('mediation.sealed_note', open.id, note) : null;
    await this.end(tx, open, 'finished', sealedNote);

    const name = await this.nameOf(tx, open.mediatorId);
    const text = endedForHer(name);
    await this.history.written(tx, ticket, key, { text, authorAccountId: person.accountId });
    await this.happened(tx, person, ticket, key, 'mediator_ended', note ?? name);
    return this.view(tx, { ticket, key, isLocked: false });
  }

  /** Also of one of the roster of a desk that it lay with before. */
  private async nameOf(tx: EntityManager, mediatorId: string): Promise<string> {
    const [mediator] = await findMediatorRows(tx, [mediatorId]);
    return mediator ? this.roster.nameOf(mediator) : '';
  }

  /** Between finding it and this, somebody else may have ended it. */
  async end(
    tx: EntityManager,
    { id }: MediationRow,
    ended: NonNullable<MediationRow['ended']>,
    sealedNote: string | null = null,
  ): Promise<void> {
    const endedAt = toTheMinute(this.clock.now());
    if (!(await endMediation(tx, id, { ended, endedAt, sealedNote })))
      throw new Refusal('mediation_none');
  }

  /** Who is in danger is not talked into peace: whoever mediates stops at once. */
  async stop(tx: EntityManager, ticketId: string): Promise<void> {
    const open = await findOpenMediation(tx, ticketId);
    if (open) await this.end(tx, open, 'danger');
  }

  private async takeToWrite(tx: EntityManager, person: Person, id: string, act: string) {
    const taken = await this.desk.takeToRead(tx, person, id, act);
    const reason = whyNotWrite(taken.ticket.state);
    if (reason) throw new Refusal(reason);
    return taken;
  }

  private happened(
    tx: EntityManager,
    { accountId }: Person,
    ticket: CaseTicket,
    key: TicketKey,
    what: 'mediator_assigned' | 'mediator_ended' | 'mediator_recused',
    note: string,
  ): Promise<void> {
    return this.history.happened(tx, ticket, key, { what, accountId, note });
  }

  private rowFor(assignerAccountId: string, ticketId: string, mediatorId: string): MediationRow {
    return {
      id: randomId(),
      ticketId,
      openTicketId: ticketId,
      mediatorId,
      assignerAccountId,
      assignedAt: toTheMinute(this.clock.now()),
      endedAt: null,
      ended: null,
      sealedNote: null,
    };
  }

  private async choiceOf(
    tx: EntityManager,
    ticket: CaseTicket,
    mediatorId: string,
  ): Promise<MediatorChoice> {
    const choice = (await this.choices(tx, ticket)).find(({ id }) => id === mediatorId);
    if (!choice) throw new Refusal('mediator_not_found');
    return choice;
  }

  /** Of the ticket's own desk and of those above it. */
  private async choices(db: EntityManager, { id, federationId }: CaseTicket) {
    const ids = await this.federations.ancestorsOf(db, federationId);
    const federations = await this.federations.rowsOf(db, ids);
    const names = new Map(federations.map((row) => [row.id, row.name]));
    const recused = new Set((await findRecusals(db, id)).map(({ mediatorId }) => mediatorId));
    const unwanted = new Set(
      (await findMediationsOf(db, id))
        .filter(({ ended }) => ended === 'another_wanted')
        .map(({ mediatorId }) => mediatorId),
    );
    const today = dayOf(this.clock.now());
    return (await findMediatorsOf(db, ids)).map((row): MediatorChoice => {
      const on = { isRecused: recused.has(row.id), isUnwanted: unwanted.has(row.id) };
      return {
        id: row.id,
        name: this.roster.nameOf(row),
        skills: skillsOf(row),
        federationName: names.get(row.federationId) ?? '',
        whyNot: whyNotMediator(row, on, today) ?? null,
      };
    });
  }

  private async view(
    tx: EntityManager,
    { ticket, key, isLocked }: Taken,
  ): Promise<TicketMediation> {
    const rows = await findMediationsOf(tx, ticket.id);
    const mediators = await findMediatorRows(
      tx,
      rows.map(({ mediatorId }) => mediatorId),
    );
    const names = new Map(mediators.map((row: MediatorRow) => [row.id, this.roster.nameOf(row)]));
    const views = rows.map((row) => mediationView(row, key, names.get(row.mediatorId) ?? ''));
    return {
      whyNot: (isLocked ? 'case_ticket_locked' : whyNobody(ticket)) ?? null,
      current: views.find(({ endedAt }) => endedAt === null) ?? null,
      past: views.filter(({ endedAt }) => endedAt !== null),
      choices: await this.choices(tx, ticket),
    };
  }
}

const whyNobody = ({ state, kind, risk }: CaseTicket): RefusalCode | undefined =>
  whyNotWrite(state) ?? whyNotMediate(kind, risk);

const mediationView = (
  { id, mediatorId, assignedAt, endedAt, ended, sealedNote }: MediationRow,
  key: TicketKey | undefined,
  mediatorName: string,
): Mediation => ({
  id,
  mediatorId,
  mediatorName,
  assignedAt: rfc3339(assignedAt),
  endedAt: endedAt === null ? null : rfc3339(endedAt),
  ended,
  note: key && sealedNote ? key.open('mediation.sealed_note', id, sealedNote) : null,
});
