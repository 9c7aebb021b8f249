import {
  type ApprovalList,
  type ApprovalsQuery,
  type Page,
  pageLimits,
  type TicketApprovals,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { extensionsBy, waitingExtensions } from '../deadline';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { type AskedOfTicket, ApprovalViews } from './approval-views.service';
import type { CaseTicketScope } from './case-ticket-scope.entity';
import { deskBranches } from './desk-branches';
import { type DeskAfter, inSight, ticketsWaiting } from './desk.repository';
import { unlocksBy, waitingUnlocks } from './unlock.repository';

/** Of one person's: `key` orders what was asked in the same minute. */
interface AskedAt extends AskedOfTicket {
  at: number;
  key: string;
}

const columns = {
  asked_by_me: { unlock: 'accountId', extension: 'askedByAccountId' },
  decided_by_me: { unlock: 'decidedByAccountId', extension: 'decidedByAccountId' },
} as const;

const fromTheLongest: DeskAfter = [-1, ''];
const fromTheLatest: DeskAfter = [Number.MAX_SAFE_INTEGER, ''];

const longestFirst = (a: CaseTicketScope, b: CaseTicketScope): number =>
  (a.waitsSince ?? 0) - (b.waitsSince ?? 0) || (a.ticketId < b.ticketId ? -1 : 1);
const latestFirst = (a: AskedAt, b: AskedAt): number => b.at - a.at || (a.key > b.key ? -1 : 1);

/** What waits for a second person in her branches, what she asked herself, and what she decided. */
@Injectable()
export class Approvals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: ApprovalViews,
  ) {}

  async page(person: Person, query: ApprovalsQuery): Promise<Page<TicketApprovals>> {
    const db = this.unitOfWork.reader;
    const { items, next } =
      query.list === 'waiting'
        ? await this.waiting(db, person, query)
        : await this.ofPerson(db, person, query, query.list);
    return { items: await this.views.show(db, person, items), next };
  }

  private async waiting(
    db: EntityManager,
    person: Person,
    { limit = pageLimits.default, ...query }: ApprovalsQuery,
  ): Promise<Page<AskedOfTicket>> {
    const after = decodeAfter(query.after, [0, '']) ?? fromTheLongest;
    const { accountId } = person;
    const ofBranches = await Promise.all(
      deskBranches(person).map(({ federationId: ancestorId, withdrawnToo }) =>
        ticketsWaiting(db, { ancestorId, accountId, withdrawnToo }, after, limit + 1).getMany(),
      ),
    );
    // Two posts on one path see the same ticket.
    const places = new Map(ofBranches.flat().map((place) => [place.ticketId, place]));
    const { items: ids, next } = pageOf(
      [...places.values()].sort(longestFirst).slice(0, limit + 1),
      limit,
      ({ waitsSince, ticketId }) => [waitsSince ?? 0, ticketId],
      ({ ticketId }) => ticketId,
    );
    const unlocks = await waitingUnlocks(db, ids);
    const extensions = await waitingExtensions(db, ids);
    const items = ids.map((ticketId) => ({
      ticketId,
      unlocks: unlocks.filter((row) => row.ticketId === ticketId),
      extensions: extensions.filter((row) => row.subjectId === ticketId),
    }));
    return { items, next };
  }

  /** Of what lies in her sight today, each by itself. */
  private async ofPerson(
    db: EntityManager,
    person: Person,
    { limit = pageLimits.default, ...query }: ApprovalsQuery,
    list: Exclude<ApprovalList, 'waiting'>,
  ): Promise<Page<AskedAt>> {
    const [at, key] = decodeAfter(query.after, [0, '']) ?? fromTheLatest;
    const { accountId } = person;
    const branches = deskBranches(person);
    const by = columns[list];
    const unlocks = await inSight(
      unlocksBy(db, { column: by.unlock, accountId }, unlockAfter(at, key), limit + 1),
      'u.ticketId',
      branches,
      accountId,
    ).getMany();
    const extensions = await inSight(
      extensionsBy(db, { column: by.extension, accountId }, extensionAfter(at, key), limit + 1),
      'x.subjectId',
      branches,
      accountId,
    ).getMany();
    const asked: AskedAt[] = [
      ...unlocks.map((row) => ({
        ...{ ticketId: row.ticketId, unlocks: [row], extensions: [] },
        ...{ at: row.askedAt, key: `1${row.id}` },
      })),
      ...extensions.map((row) => ({
        ...{ ticketId: row.subjectId, unlocks: [], extensions: [row] },
        ...{ at: row.askedAt, key: `0${row.subjectId}/${row.rule}` },
      })),
    ];
    return pageOf(
      asked.sort(latestFirst).slice(0, limit + 1),
      limit,
      (one) => [one.at, one.key],
      (one) => one,
    );
  }
}

/** Of one minute the requests to read come first: after an extension there are none of it left. */
const unlockAfter = (at: number, key: string): readonly [number, string] => [
  at,
  key.startsWith('1') ? key.slice(1) : '',
];

/** After a request to read all extensions of its minute are still to come. */
function extensionAfter(at: number, key: string): readonly [number, string, string] {
  if (key.startsWith('1')) return [at + 1, '', ''];
  const [subjectId = '', rule = ''] = key.slice(1).split('/');
  return [at, subjectId, rule];
}
