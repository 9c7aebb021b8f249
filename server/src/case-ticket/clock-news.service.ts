import type { Action, NotificationKind } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { Federations } from '../federation';
import { Notifications } from '../notification';
import { barredOf } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';
import { Sights } from './sights.service';

type ClockNewsKind = Extract<
  NotificationKind,
  | `deadline_${string}`
  | `extension_${string}`
  | 'ticket_waits'
  | 'ticket_given_on'
  | `hand_over_${string}`
>;

/** Neutral: no kind, no name, no article. The ticket itself is opened with one's right to it. */
const words: Record<ClockNewsKind, string> = {
  deadline_near: '有一件事快到期限了。打开看一下。',
  deadline_over: '有一件事过了期限。打开看一下。',
  deadline_escalated: '下级有一件事过了期限还没有办。打开看一下，帮她们一把。',
  extension_asked: '有一件事等您批。打开看一下。',
  extension_decided: '您申请的事同意了。打开看一下。',
  ticket_waits: '有一件事等您看。打开看一下。',
  ticket_given_on: '您在办的一件事换人办了。打开看一下。',
  hand_over_offered: '别的妇联请这里接手一件事。打开看一下。',
  hand_over_unanswered: '请别的妇联接手的一件事，还没有答复。打开看一下。',
};

/** Whoever asked reads which it was. */
export const declined = '您申请的事没有同意。打开看原因。';

type Ticket = Pick<CaseTicket, 'id' | 'federationId'>;

/** Those of one federation. */
interface Serving {
  federationId: string;
  accountIds: string[];
}

/** Tells staff of a ticket and its clocks, in their inboxes; nobody of what she does not see. */
@Injectable()
export class ClockNews {
  constructor(
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly notifications: Notifications,
    private readonly sights: Sights,
  ) {}

  async tell(
    tx: EntityManager,
    { id }: Ticket,
    accountIds: readonly string[],
    kind: ClockNewsKind,
    text = words[kind],
  ): Promise<void> {
    const seeing = await this.sights.seeing(tx, id, accountIds);
    if (seeing.length > 0) await this.notifications.tell(tx, seeing, { kind, aboutId: id, text });
  }

  /** Those of its desk; when it is there for none of them, those above. */
  async tellDesk(tx: EntityManager, ticket: Ticket, kind: ClockNewsKind): Promise<void> {
    await this.tellHeads(tx, ticket, 'case_ticket.triage', kind);
  }

  /** Whoever may do it at its desk but not she herself; else those above who may. */
  async tellHeads(
    tx: EntityManager,
    ticket: Ticket,
    action: Action,
    kind: ClockNewsKind,
    but?: string,
  ): Promise<void> {
    const upwards = await this.upwards(tx, ticket);
    const nearest = await this.nearest(tx, ticket, upwards, action, but);
    await this.tell(tx, ticket, nearest?.accountIds ?? [], kind);
  }

  /** The heads above its desk. */
  async tellHeadsAbove(tx: EntityManager, ticket: Ticket, kind: ClockNewsKind): Promise<void> {
    const above = await this.nearestAbove(tx, ticket, 'case_ticket.supervise');
    await this.tell(tx, ticket, above?.accountIds ?? [], kind);
  }

  /** The nearest federation above the desk in which it is there for somebody who may do it; none at the top. */
  async nearestAbove(
    tx: EntityManager,
    ticket: Ticket,
    action: Action,
  ): Promise<Serving | undefined> {
    return this.nearest(tx, ticket, (await this.upwards(tx, ticket)).slice(1), action);
  }

  private async upwards(tx: EntityManager, { federationId }: Ticket): Promise<string[]> {
    return (await this.federations.ancestorsOf(tx, federationId)).reverse();
  }

  private async nearest(
    tx: EntityManager,
    { id }: Ticket,
    upwards: readonly string[],
    action: Action,
    but?: string,
  ): Promise<Serving | undefined> {
    for (const federationId of upwards) {
      const serving = await this.accounts.servingIn(tx, action, federationId);
      const barred = await barredOf(tx, id, serving);
      const accountIds = serving.filter((one) => one !== but && !barred.has(one));
      if (accountIds.length > 0) return { federationId, accountIds };
    }
    return undefined;
  }
}
