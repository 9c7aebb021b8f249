import { type AskedForHelp, dayOf, momentAt, type WriteDownTicket } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Audit } from '../audit';
import { Federations } from '../federation';
import { Clock, toTheMinute } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { Asking, type Prepared } from './asking.service';
import { barredOf } from './bar.repository';
import { findTicket, lastEvent } from './case-ticket.repository';
import { ClaimCodes } from './claim-code.service';
import { deskBranches, mayAt } from './desk-branches';
import { DeskFinder } from './desk-finder.service';
import { isSeenThrough } from './desk.repository';

const noon = 12 * 60;

/** 来信、来访、来电: written down by staff, with a claim code to hand to her. */
@Injectable()
export class WritingDown {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly asking: Asking,
    private readonly claimCodes: ClaimCodes,
    private readonly desks: DeskFinder,
    private readonly federations: Federations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** It goes up from the federation she names, or from hers, like every request, to one that has staff. */
  async prepare(person: Person, { federationId, notVillage }: WriteDownTicket): Promise<Prepared> {
    const start = federationId ?? deskBranches(person)[0]?.federationId ?? '';
    const [federation] = await this.federations.rowsOf(this.unitOfWork.reader, [start]);
    if (!federation || !mayAt(person, 'case_ticket.triage', federation.path))
      throw new Refusal('federation_not_found');
    const [deskId, claim] = await Promise.all([
      this.desks.from(start, notVillage),
      this.claimCodes.make(),
    ]);
    return { deskId, claim };
  }

  async write(
    tx: EntityManager,
    { accountId }: Person,
    { receivedDay, ...asked }: WriteDownTicket,
    prepared: Prepared,
  ): Promise<AskedForHelp> {
    const receivedAt = this.receivedAt(receivedDay);
    const id = await this.asking.receiveWritten(tx, { ...asked, accountId, receivedAt }, prepared);
    const subject = { type: 'case_ticket', id };
    await this.audit.record(tx, { accountId, act: 'write_down', subject });
    return { id, claimCode: prepared.claim.digits };
  }

  /** The code is for handing to her: while it lies where it was put, or where whoever wrote it down sees it. */
  async checkStillHers(tx: EntityManager, person: Person, id: string): Promise<void> {
    const { accountId } = person;
    const ticket = await findTicket(tx, id);
    const isThere =
      ticket?.state !== 'withdrawn' && (await lastEvent(tx, id, 'handed_over')) === null;
    const isBarred = (await barredOf(tx, id, [accountId])).has(accountId);
    const seesIt = await isSeenThrough(tx, id, deskBranches(person), accountId);
    if (isBarred || !(isThere || seesIt)) throw new Refusal('case_ticket_not_found');
    const subject = { type: 'case_ticket', id };
    await this.audit.record(tx, { accountId, act: 'write_down_again', subject });
  }

  private receivedAt(day?: string): number {
    const now = toTheMinute(this.clock.now());
    const today = dayOf(now);
    if (day === undefined || day === today) return now;
    if (day > today)
      throw new Refusal('bad_input', {
        fields: { receivedDay: '收到的日子不能晚于今天。改一下。' },
      });
    return momentAt(day, noon);
  }
}
