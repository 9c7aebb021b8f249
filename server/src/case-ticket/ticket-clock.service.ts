import {
  type AskExtension,
  type Day,
  dayOf,
  type DeadlineRuleCode,
  deadlineRules,
  type DecideExtension,
  extensionForHer,
  readRfc3339,
  type StartDeadline,
  type TicketDeadlines as Shown,
  whyNotWrite,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Deadlines, Extensions, waitingExtensions } from '../deadline';
import { Clock } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import { lastEvent } from './case-ticket.repository';
import { ClockNews, declined } from './clock-news.service';
import { DeskPeople } from './desk-people.service';
import { Desk } from './desk.service';
import { TicketDeadlines } from './ticket-deadlines.service';
import { TicketHistory } from './ticket-history.service';
import type { TicketKey } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';
import { actionOf, approvalWayOf, whoDecides } from './who-approves';

const named = (rule: DeadlineRuleCode): string => {
  const { what, article } = deadlineRules[rule];
  return `${what}（${article}）`;
};

/** What staff do with the clocks of a ticket. Each is an act on the ticket: in its timeline and its audit. */
@Injectable()
export class TicketClocks {
  constructor(
    private readonly desk: Desk,
    private readonly deadlines: Deadlines,
    private readonly extensions: Extensions,
    private readonly shown: TicketDeadlines,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly news: ClockNews,
    private readonly people: DeskPeople,
    private readonly clock: Clock,
  ) {}

  async start(
    tx: EntityManager,
    person: Person,
    id: string,
    { rule, startedAt, days }: StartDeadline,
  ): Promise<Shown> {
    const began = this.beganAt(startedAt);
    checkDays(rule, days);
    const { ticket, key } = await this.takeUnsealed(tx, person, id, 'start_clock');

    const clock = { subjectId: id, rule, startedAt: began, ownDays: days };
    if (!(await this.deadlines.begin(tx, clock))) throw new Refusal('deadline_started_already');
    await this.happened(tx, person, ticket, key, 'clock_started', named(rule));
    return this.placed(tx, person, ticket);
  }

  async meet(
    tx: EntityManager,
    person: Person,
    id: string,
    rule: DeadlineRuleCode,
  ): Promise<Shown> {
    const { ticket, key } = await this.takeUnsealed(tx, person, id, 'meet_clock');
    const byHand = deadlineRules[rule].startedBy === 'staff';
    if (!byHand || !(await this.deadlines.meet(tx, id, rule, this.today())))
      throw new Refusal('deadline_not_running');
    await this.happened(tx, person, ticket, key, 'clock_met', named(rule));
    return this.placed(tx, person, ticket);
  }

  async askExtension(
    tx: EntityManager,
    person: Person,
    id: string,
    rule: DeadlineRuleCode,
    { days, reason }: AskExtension,
  ): Promise<Shown> {
    const { ticket, key } = await this.take(tx, person, id, 'ask_extension');
    await this.extensions.ask(tx, { subjectId: id, rule }, person.accountId, { days });
    await this.happened(tx, person, ticket, key, 'extension_asked', reason);
    const { accountId } = person;
    const way = approvalWayOf(await this.people.whoApproves(tx, ticket), accountId);
    await this.news.tellHeads(tx, ticket, actionOf(way), 'extension_asked', accountId);
    return this.placed(tx, person, ticket);
  }

  /** By a head of its desk or above; where there is none but she who asked, by a colleague. When it is approved she reads the new day and the reason with her claim code. */
  async decideExtension(
    tx: EntityManager,
    person: Person,
    id: string,
    rule: DeadlineRuleCode,
    { approve, note }: DecideExtension,
  ): Promise<Shown> {
    const { ticket, key } = await this.take(tx, person, id, 'decide_extension');
    await this.checkDecides(tx, person, ticket, rule);
    const { accountId } = person;
    const { askedBy, dueDay } = await this.extensions.decide(
      tx,
      { subjectId: id, rule },
      accountId,
      approve,
    );

    const what = approve ? 'extension_approved' : 'extension_declined';
    await this.happened(tx, person, ticket, key, what, note);
    if (approve) {
      const text = extensionForHer(dueDay, await this.reasonOf(tx, ticket, key));
      await this.history.written(tx, ticket, key, { text, authorAccountId: accountId });
    }
    const said = approve ? undefined : declined;
    await this.news.tell(tx, ticket, [askedBy], 'extension_decided', said);
    return this.placed(tx, person, ticket);
  }

  /** Of her who asked, the refusal says that it is never she. */
  private async checkDecides(
    tx: EntityManager,
    { accountId }: Person,
    ticket: CaseTicket,
    rule: DeadlineRuleCode,
  ): Promise<void> {
    const asked = (await waitingExtensions(tx, [ticket.id])).find((one) => one.rule === rule);
    if (!asked || asked.askedByAccountId === accountId) return;
    const who = await this.people.whoApproves(tx, ticket);
    if (!whoDecides(who, asked.askedByAccountId).includes(accountId))
      throw new Refusal('case_ticket_not_found');
  }

  /** 复查 and 复核 begin after 办结, and an order of a court outlives the ticket. */
  private async takeUnsealed(tx: EntityManager, person: Person, id: string, act: string) {
    const taken = await this.desk.take(tx, person, id, act);
    if (taken.ticket.state === 'withdrawn') throw new Refusal('case_ticket_sealed');
    return taken;
  }

  private async take(tx: EntityManager, person: Person, id: string, act: string) {
    const taken = await this.desk.take(tx, person, id, act);
    const reason = whyNotWrite(taken.ticket.state);
    if (reason) throw new Refusal(reason);
    return taken;
  }

  private happened(
    tx: EntityManager,
    { accountId }: Person,
    ticket: CaseTicket,
    key: TicketKey,
    what: Parameters<TicketHistory['happened']>[3]['what'],
    note?: string,
  ): Promise<void> {
    return this.history.happened(tx, ticket, key, { what, accountId, note });
  }

  private async reasonOf(tx: EntityManager, { id }: CaseTicket, key: TicketKey): Promise<string> {
    const asked = await lastEvent(tx, id, 'extension_asked');
    if (!asked?.sealedNote) return '';
    return key.open('case_ticket_event.sealed_note', asked.id, asked.sealedNote);
  }

  private async placed(tx: EntityManager, person: Person, ticket: CaseTicket): Promise<Shown> {
    await this.moves.place(tx, ticket);
    return { version: ticket.version, deadlines: await this.shown.of(tx, person, ticket) };
  }

  private beganAt(text: string): number {
    const moment = readRfc3339(text) ?? NaN;
    if (moment <= this.clock.now()) return moment;
    throw new Refusal('bad_input', { fields: { startedAt: '开始的时间不能晚于现在。改一下。' } });
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

/** Days are asked for where no law names them, and nowhere else. */
function checkDays(rule: DeadlineRuleCode, days: number | undefined): void {
  const isOpen = deadlineRules[rule].span === null;
  if (isOpen && days === undefined)
    throw new Refusal('bad_input', { fields: { days: '法律没有写几天。填上本会定的天数。' } });
  if (!isOpen && days !== undefined)
    throw new Refusal('bad_input', { fields: { days: '天数法律已经写了，不用填。' } });
}
