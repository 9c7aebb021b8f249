import {
  addDays,
  dayOf,
  movedForHer,
  type MoveReferral,
  readRfc3339,
  recipientInWords,
  type Referral,
  type ReferralConsent,
  referralLimits,
  referralStateLabels,
  referralStates,
  rfc3339,
  type SendReferral,
  sentForHer,
  type TicketReferrals,
  whyNotConsent,
  whyNotMoveReferral,
  whyNotWrite,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { type CaseTicket, Desk, TicketHistory, type TicketKey } from '../case-ticket';
import { Federations } from '../federation';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { randomId } from '../platform/ids';
import type { ReferralRow } from './referral.entity';
import {
  countReferrals,
  findReferral,
  findReferralsOf,
  insertReferral,
  moveReferral,
} from './referral.repository';
import { openSlip, referralView, rowView, sealOutcome, sealSlip } from './referral.view';

interface Looked {
  row: ReferralRow;
  ticket: CaseTicket;
  key: TicketKey | undefined;
}

/** Slips by which a case ticket goes to a court, the police and others. Whoever may triage the ticket may. */
@Injectable()
export class Referrals {
  constructor(
    private readonly desk: Desk,
    private readonly history: TicketHistory,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly clock: Clock,
  ) {}

  async ofTicket(tx: EntityManager, person: Person, ticketId: string): Promise<TicketReferrals> {
    const { key } = await this.desk.look(tx, person, ticketId, 'list_referrals');
    const rows = await findReferralsOf(tx, ticketId);
    return { referrals: rows.map((row) => rowView(row, key)) };
  }

  async one(tx: EntityManager, person: Person, id: string): Promise<Referral> {
    const row = await this.rowOf(tx, id);
    const { ticket, key } = await this.desk.look(tx, person, row.ticketId, 'read_referral');
    return this.view(tx, { row, ticket, key });
  }

  /** Without its words there is nothing to print. */
  async toPrint(tx: EntityManager, person: Person, id: string): Promise<Referral> {
    const row = await this.rowOf(tx, id);
    const looked = await this.desk.look(tx, person, row.ticketId, 'print_referral');
    if (looked.isLocked) throw new Refusal('case_ticket_locked');
    if (!looked.key) throw new Refusal('case_ticket_wrong_state');
    return this.view(tx, { row, ...looked });
  }

  /** She reads at once, with her claim code, to whom it went and what of it. */
  async send(
    tx: EntityManager,
    person: Person,
    ticketId: string,
    asked: SendReferral,
  ): Promise<Referral> {
    this.checkAsked(asked);
    const { ticket, key } = await this.desk.takeToRead(tx, person, ticketId, 'send_referral');
    const reason = whyNotWrite(ticket.state);
    if (reason) throw new Refusal(reason);
    if ((await countReferrals(tx, ticketId)) >= referralLimits.ofOneTicket)
      throw new Refusal('too_many_referrals');

    const row = this.rowFor(person, ticket, key, asked);
    await insertReferral(tx, row);
    const recipient = recipientInWords(asked.recipient, asked.recipientName);
    const { accountId } = person;
    const text = sentForHer(recipient, asked.handedOn, asked.consent);
    await this.history.written(tx, ticket, key, { text, authorAccountId: accountId });
    await this.history.happened(tx, ticket, key, {
      what: 'referral_sent',
      accountId,
      note: recipient,
    });
    return this.view(tx, { row, ticket, key });
  }

  /** Writes down what came back. Of two who do so at once, the second is told. */
  async move(
    tx: EntityManager,
    person: Person,
    id: string,
    { to, note }: MoveReferral,
  ): Promise<Referral> {
    if (to !== 'received' && !note)
      throw new Refusal('bad_input', { fields: { note: '写一下对方是怎么说的。' } });
    const { ticketId } = await this.rowOf(tx, id);
    const { ticket, key } = await this.desk.takeToRead(tx, person, ticketId, 'move_referral');
    if (ticket.state === 'withdrawn') throw new Refusal('case_ticket_sealed');

    const from = referralStates.filter((state) => !whyNotMoveReferral(state, to));
    const now = toTheMinute(this.clock.now());
    const moved = await moveReferral(tx, id, from, {
      state: to,
      ...(to === 'received' ? { receivedAt: now } : { settledAt: now, waitsUntil: null }),
      ...(note && { sealedOutcome: sealOutcome(key, id, note) }),
    });
    if (!moved) throw new Refusal('referral_wrong_state');

    const row = await this.rowOf(tx, id);
    const recipient = recipientInWords(row.recipient, openSlip(key, row).recipientName);
    const { accountId } = person;
    const text = movedForHer(recipient, to);
    await this.history.written(tx, ticket, key, { text, authorAccountId: accountId });
    await this.history.happened(tx, ticket, key, {
      what: 'referral_moved',
      accountId,
      note: `${recipient}：${referralStateLabels[to]}`,
    });
    return this.view(tx, { row, ticket, key });
  }

  /** What was never sent looks like what lies outside her branches. */
  private async rowOf(db: EntityManager, id: string): Promise<ReferralRow> {
    const row = await findReferral(db, id);
    if (row === null) throw new Refusal('case_ticket_not_found');
    return row;
  }

  private checkAsked({ consent, handedOn }: SendReferral): void {
    const fields: Record<string, string> = {};
    for (const [name, say] of Object.entries(whyNotConsent(consent)))
      fields[`consent.${name}`] = say;
    const agreedAt = readRfc3339(consent.agreedAt ?? '');
    if (agreedAt !== undefined && agreedAt > this.clock.now())
      fields['consent.agreedAt'] = '她同意的时间不能晚于现在。改一下。';
    if (new Set(handedOn.map(({ what }) => what)).size < handedOn.length)
      fields.handedOn = '有一项写了两遍。合成一项。';
    if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  }

  private rowFor(
    { accountId }: Person,
    { id: ticketId, federationId: senderFederationId }: CaseTicket,
    key: TicketKey,
    { recipient, recipientName, purpose, handedOn, consent, answerDays }: SendReferral,
  ): ReferralRow {
    const id = randomId();
    const sentAt = toTheMinute(this.clock.now());
    return {
      id,
      ticketId,
      recipient,
      state: 'sent',
      ground: consent.ground,
      senderAccountId: accountId,
      senderFederationId,
      sentAt,
      answerDays,
      waitsUntil: addDays(dayOf(sentAt), answerDays),
      receivedAt: null,
      settledAt: null,
      sealedSlip: sealSlip(key, id, {
        recipientName,
        purpose,
        handedOn,
        consent: inChinaTime(consent),
      }),
      sealedOutcome: null,
    };
  }

  private async view(tx: EntityManager, { row, ticket, key }: Looked): Promise<Referral> {
    const names = await this.accounts.namesOf(tx, [row.senderAccountId]);
    const sender = row.senderFederationId ?? ticket.federationId;
    const federations = await this.federations.namesOf(tx, [sender, ticket.federationId]);
    return referralView({
      row,
      key,
      federationName: federations.get(sender) ?? '',
      deskName: federations.get(ticket.federationId) ?? '',
      sentBy: names.get(row.senderAccountId) ?? null,
      isSealed: ticket.state === 'withdrawn',
    });
  }
}

/** Another offset would print another day. */
function inChinaTime(consent: ReferralConsent): ReferralConsent {
  const agreedAt = readRfc3339(consent.agreedAt ?? '');
  return agreedAt === undefined ? consent : { ...consent, agreedAt: rfc3339(agreedAt) };
}
