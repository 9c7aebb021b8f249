import {
  caseTicketStateLabels,
  type Day,
  dayOf,
  type KeptTicket,
  keptTicketLimits,
  keptTicketTitle,
} from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, HerRecords } from '../account';
import { Clock } from '../platform/clock';
import { Cipher } from '../platform/crypto/cipher';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { randomId } from '../platform/ids';
import { findTickets } from './case-ticket.repository';
import { keptPlace, type KeptTicketRow } from './kept-ticket.entity';
import {
  deleteKept,
  deleteKeptOf,
  deleteKeptTickets,
  findKept,
  insertKept,
} from './kept-ticket.repository';

const accountPlace = { table: 'kept_ticket', column: 'account_mark' };
const ticketPlace = { table: 'kept_ticket', column: 'ticket_mark' };

const fields = {
  名称: '不写是什么事，免得旁人看见',
  进展: '办到哪一步',
  收进日期: '您收进“我的”的那天',
};

interface Kept {
  ticketId: string;
  keptDay: Day;
}

/** 收进我的: the tickets that a woman took to her account, herself. */
@Injectable()
export class KeptTickets implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly accounts: Accounts,
    private readonly records: HerRecords,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: '收进我的',
      fields,
      herData: async (db, accountId) =>
        (await this.of(db, accountId)).map(({ title, state, keptDay }) => ({
          名称: title,
          进展: caseTicketStateLabels[state],
          收进日期: keptDay,
        })),
      forgetHer: async (tx, accountId) => void (await deleteKeptOf(tx, this.markOf(accountId))),
    });
  }

  /** A second time it is simply there already. */
  async keep(tx: EntityManager, accountId: string, ticketId: string): Promise<KeptTicket> {
    await this.accounts.holdFor(tx, accountId);
    const accountMark = this.markOf(accountId);
    const ticketMark = this.cipher.blindIndex(ticketPlace, ticketId);
    const kept = await findKept(tx, accountMark);
    const isNew = !kept.some((row) => row.ticketMark === ticketMark);
    if (isNew && kept.length >= keptTicketLimits.perAccount) throw new Refusal('too_many_kept');

    if (isNew) {
      const id = randomId();
      const sealedTicket = this.seal(id, { ticketId, keptDay: dayOf(this.clock.now()) });
      await insertKept(tx, { id, accountMark, ticketMark, sealedTicket });
    }
    const rows = (await findKept(tx, accountMark)).filter((row) => row.ticketMark === ticketMark);
    const [ticket] = await this.show(tx, rows);
    if (!ticket) throw new Refusal('claim_code_not_found');
    return ticket;
  }

  mine(accountId: string): Promise<KeptTicket[]> {
    return this.of(this.unitOfWork.reader, accountId);
  }

  async remove(tx: EntityManager, accountId: string, id: string): Promise<void> {
    if (!(await deleteKept(tx, this.markOf(accountId), id)))
      throw new Refusal('kept_ticket_not_found');
  }

  /** Nobody keeps what was shredded. */
  async forgetTickets(tx: EntityManager, ticketIds: readonly string[]): Promise<void> {
    const marks = ticketIds.map((id) => this.cipher.blindIndex(ticketPlace, id));
    await deleteKeptTickets(tx, marks);
  }

  private async of(db: EntityManager, accountId: string): Promise<KeptTicket[]> {
    return this.show(db, await findKept(db, this.markOf(accountId)));
  }

  /** Newest first. */
  private async show(db: EntityManager, rows: readonly KeptTicketRow[]): Promise<KeptTicket[]> {
    const kept = rows.map(({ id, sealedTicket }) => ({ id, ...this.open(id, sealedTicket) }));
    const tickets = await findTickets(
      db,
      kept.map(({ ticketId }) => ticketId),
    );
    const whole = tickets.filter(({ wrappedKey }) => wrappedKey !== null);
    const states = new Map(whole.map(({ id, state }) => [id, state]));
    return kept
      .sort((a, b) => b.keptDay.localeCompare(a.keptDay) || a.id.localeCompare(b.id))
      .flatMap(({ id, ticketId, keptDay }) => {
        const state = states.get(ticketId);
        return state ? [{ id, title: keptTicketTitle(keptDay), state, keptDay }] : [];
      });
  }

  private markOf(accountId: string): string {
    return this.cipher.blindIndex(accountPlace, accountId);
  }

  private seal(id: string, kept: Kept): string {
    return this.cipher.seal(keptPlace, id, JSON.stringify(kept));
  }

  private open(id: string, sealed: string): Kept {
    return JSON.parse(this.cipher.open(keptPlace, id, sealed)) as Kept;
  }
}
