import {
  type DeskAct,
  deskActs,
  type DeskTicketActs,
  isOpenTicket,
  rfc3339,
} from '@niangjia/shared';
import { concernsMinor } from './minor';
import type { Read } from './desk-read';
import { approvalWayOf, whoDecides } from './who-approves';

/** What stands around one ticket, and what she who looks may do with it now. */
export function actsView(read: Read): DeskTicketActs {
  const { accountId, ticket, row, unlocks } = read;
  return {
    outcome: ticket.outcome,
    lastMove: lastMoveOf(read),
    handOver: handOverOf(read),
    concernsMinor: concernsMinor(ticket),
    unlockAsked:
      row.locked && unlocks.some((one) => one.accountId === accountId && one.approved === null),
    unlockWay: row.locked && read.key ? approvalWayOf(read.whoApproves, accountId) : null,
    unlockRequests: unlockRequestsOf(read),
    may: deskActs.filter((act) => mayNow[act](read)),
  };
}

const mayNow: Record<DeskAct, (read: Read) => boolean> = {
  assign: ({ ticket, key }) => key !== undefined && isOpenTicket(ticket.state),
  redirect: ({ ticket, row, key, offer }) =>
    key !== undefined && !row.locked && !offer && isOpenTicket(ticket.state),
  hand_over: ({ ticket, key, offer }) => key !== undefined && !offer && isOpenTicket(ticket.state),
  recall_hand_over: ({ offer }) => offer !== null,
  mark_minor: ({ ticket, key }) => key !== undefined && !concernsMinor(ticket),
  ask_unlock: ({ row, key, unlocks, accountId }) =>
    key !== undefined &&
    row.locked &&
    !unlocks.some((one) => one.accountId === accountId && one.approved === null),
  bar: ({ key, supervises }) => key !== undefined && supervises,
};

function lastMoveOf({ accountId, events, names }: Read): DeskTicketActs['lastMove'] {
  const last = events.at(-1)!;
  return {
    who: names.get(last.accountId ?? '') ?? null,
    isMe: last.accountId === accountId,
    what: last.what,
    to: last.toState,
    at: rfc3339(last.at),
  };
}

function handOverOf({ offer, names }: Read): DeskTicketActs['handOver'] {
  if (!offer) return null;
  return {
    federationName: names.get(offer.toFederationId) ?? '',
    offeredByName: names.get(offer.offeredByAccountId) ?? null,
    offeredAt: rfc3339(offer.offeredAt),
  };
}

/** Here for those who may decide them; never her own. */
function unlockRequestsOf(read: Read): DeskTicketActs['unlockRequests'] {
  const { key, whoApproves, unlocks, accountId, names } = read;
  if (!key) return [];
  return unlocks
    .filter((row) => row.approved === null)
    .filter((row) => whoDecides(whoApproves, row.accountId).includes(accountId))
    .map((row) => ({
      accountId: row.accountId,
      name: names.get(row.accountId) ?? null,
      reason: key.open('case_ticket_unlock.sealed_reason', row.id, row.sealedReason),
      askedAt: rfc3339(row.askedAt),
    }));
}
