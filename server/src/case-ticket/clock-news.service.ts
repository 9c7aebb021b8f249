import type { Action, NotificationKind } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { Federations } from '../federation';
import { Notifications } from '../notification';
import { barredOf } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';

type ClockNewsKind = Extract<
  NotificationKind,
  `deadline_${string}` | `extension_${string}` | 'ticket_waits' | 'hand_over_offered'
>;

/** Neutral: no kind, no name, no article. The ticket itself is opened with one's right to it. */
const words: Record<ClockNewsKind, string> = {
  deadline_near: '有一件事快到期限了。打开看一下。',
  deadline_over: '有一件事过了期限。打开看一下。',
  deadline_escalated: '下级有一件事过了期限还没有办。打开看一下，帮她们一把。',
  extension_asked: '有一件事等您批。打开看一下。',
  extension_decided: '您申请的事批过了。打开看一下。',
  ticket_waits: '有一件事等您看。打开看一下。',
  hand_over_offered: '别的妇联请这里接手一件事。打开看一下。',
};

type Ticket = Pick<CaseTicket, 'id' | 'federationId'>;

/** Tells staff of a ticket and its clocks, in their inboxes; nobody of what she is barred from. */
@Injectable()
export class ClockNews {
  constructor(
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly notifications: Notifications,
  ) {}

  async tell(
    tx: EntityManager,
    { id }: Ticket,
    accountIds: readonly string[],
    kind: ClockNewsKind,
  ): Promise<void> {
    const barred = await barredOf(tx, id, accountIds);
    const others = accountIds.filter((accountId) => !barred.has(accountId));
    if (others.length === 0) return;
    await this.notifications.tell(tx, others, { kind, aboutId: id, text: words[kind] });
  }

  /** Those of its desk; when it is there for none of them, those above. */
  async tellDesk(tx: EntityManager, ticket: Ticket, kind: ClockNewsKind): Promise<void> {
    await this.tell(tx, ticket, await this.nearest(tx, ticket, 'case_ticket.triage'), kind);
  }

  /** The nearest federation above the desk in which somebody may do it; none at the top. */
  async aboveDesk(
    tx: EntityManager,
    { federationId }: Ticket,
    action: Action,
  ): Promise<string | undefined> {
    const above = (await this.federations.ancestorsOf(tx, federationId)).slice(0, -1).reverse();
    const serving = await this.accounts.federationsServing(tx, action, above);
    return above.find((id) => serving.has(id));
  }

  /** Whoever may do it at its desk but not she herself; else those above who may. */
  async tellHeads(
    tx: EntityManager,
    ticket: Ticket,
    action: Action,
    kind: ClockNewsKind,
    but?: string,
  ): Promise<void> {
    await this.tell(tx, ticket, await this.nearest(tx, ticket, action, but), kind);
  }

  /** The heads above its desk. */
  async tellHeadsAbove(tx: EntityManager, ticket: Ticket, kind: ClockNewsKind): Promise<void> {
    const above = await this.aboveDesk(tx, ticket, 'case_ticket.supervise');
    if (above === undefined) return;
    const there = await this.accounts.servingIn(tx, 'case_ticket.supervise', above);
    await this.tell(tx, ticket, there, kind);
  }

  /** From its desk upwards the first federation in which it is there for somebody who may. */
  private async nearest(
    tx: EntityManager,
    { id, federationId }: Ticket,
    action: Action,
    but?: string,
  ): Promise<string[]> {
    for (const here of (await this.federations.ancestorsOf(tx, federationId)).reverse()) {
      const serving = await this.accounts.servingIn(tx, action, here);
      const barred = await barredOf(tx, id, serving);
      const others = serving.filter((one) => one !== but && !barred.has(one));
      if (others.length > 0) return others;
    }
    return [];
  }
}
