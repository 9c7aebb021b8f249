import {
  dayOf,
  type Page,
  pageLimits,
  type PageQuery,
  type ReferralRow as Shown,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { type Person } from '../account';
import { Desk, deskBranches, notBarred } from '../case-ticket';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import type { ReferralRow } from './referral.entity';
import { waitingInBranch } from './referral.repository';
import { rowView } from './referral.view';

const inOrder = (a: ReferralRow, b: ReferralRow): number =>
  (a.waitsUntil ?? '').localeCompare(b.waitsUntil ?? '') || (a.id < b.id ? -1 : 1);

/** The slips of her branches that nobody answered within their days, longest first. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly desk: Desk,
  ) {}

  async page(person: Person, query: PageQuery): Promise<Page<Shown>> {
    const db = this.unitOfWork.reader;
    const { limit = pageLimits.default } = query;
    const after = decodeAfter(query.after, ['', '']) ?? ['', ''];
    const today = dayOf(this.clock.now());
    const ofBranches = await Promise.all(
      deskBranches(person).map(({ federationId }) =>
        notBarred(
          waitingInBranch(db, federationId, today, after, limit + 1),
          'r.ticketId',
          person.accountId,
        ).getMany(),
      ),
    );

    // Two posts on one path see the same slip.
    const rows = new Map(ofBranches.flat().map((row) => [row.id, row]));
    const sorted = [...rows.values()].sort(inOrder).slice(0, limit + 1);
    const keys = await this.desk.keysOf(
      db,
      person,
      sorted.map(({ ticketId }) => ticketId),
    );
    return pageOf(
      sorted,
      limit,
      ({ waitsUntil, id }) => [waitsUntil ?? '', id],
      (row) => rowView(row, keys.get(row.ticketId)),
    );
  }
}
