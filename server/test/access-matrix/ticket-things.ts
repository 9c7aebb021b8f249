import { herBarEndpoints } from '@niangjia/shared';
import { CaseTicket } from '../../src/case-ticket';
import { DeadlineEscalationRow } from '../../src/deadline/deadline-escalation.entity';
import { newId } from '../../src/platform/ids';
import { ReferralRow } from '../../src/referral';
import { aTicket, claim, staff } from '../case-tickets';
import type { GivenPerson } from '../given';
import { mediationDesk } from '../mediators';
import { slips } from '../referrals';
import type { Make, TicketKind } from './making';
import { cameFrom, divisionOf, missedAt, offeredFrom, type Place } from './places';
import type { World } from './world';

interface Asked {
  world: World;
  at: Place;
  id: string;
  claimCode: string;
  of: GivenPerson;
}

const deskAt = ({ t, staffAt }: World, at: Place) => staff(t, staffAt[at].token);

const ticketOf = ({ t }: World, id: string): Promise<CaseTicket> =>
  t.dataSource.manager.findOneByOrFail(CaseTicket, { id });

const ticketIds = async ({ t }: World): Promise<string[]> =>
  (await t.dataSource.manager.find(CaseTicket, { select: { id: true } })).map(({ id }) => id);

async function offer(world: World, id: string, from: Place, to: Place): Promise<void> {
  const { version } = await ticketOf(world, id);
  const federationId = world.federations[to].id;
  const { status } = await deskAt(world, from).act(id, 'hand-over', {
    ...{ version, federationId, reason: '她住在那边' },
  });
  if (status > 201) throw new Error(`${from} could not offer it: ${status}`);
}

async function handOver({ world, id, at }: Asked): Promise<void> {
  await offer(world, id, cameFrom[at]!, at);
  const { version } = await ticketOf(world, id);
  const path = `/desk/hand-overs/${id}/decision`;
  const decided = { version, accept: true };
  await world.t.http.post(path, decided, world.staffAt[at]);
}

const bar = ({ world: { t }, claimCode, of: { accountId } }: Asked) =>
  t.http.post(herBarEndpoints.bar.path, { claimCode, accountId, barred: true });

const askToRead = ({ world: { t }, id, of }: Asked) =>
  staff(t, of.token).act(id, 'unlock', { reason: '我是经办人' });

async function letRead(asked: Asked): Promise<void> {
  await askToRead(asked);
  const { world, id, of } = asked;
  const head = staff(world.t, world.person({ name: 'chair of county' }).token);
  const { accountId } = of;
  await head.act(id, 'unlock/decision', { accountId, approve: true });
}

/** How a ticket that somebody asked for comes to be in that state. */
const become: Record<string, (asked: Asked) => Promise<unknown>> = {
  withdrawn: ({ world, claimCode }) => claim(world.t, { claimCode }, 'withdraw'),
  accepted: ({ world, at, id }) => deskAt(world, at).move(id, 'accepted'),
  handed_over: handOver,
  barred: bar,
  unlocked: letRead,
};

const isMinors = (state: string): boolean => state.endsWith('locked');

const ticket: Make = async (world, at, state, of) => {
  const before = new Set(await ticketIds(world));
  const from = state === 'handed_over' ? cameFrom[at]! : at;
  const kind = isMinors(state) ? 'children' : 'labour_rights';
  const { claimCode } = await aTicket(world.t, { divisionCode: divisionOf[from], kind });
  const id = (await ticketIds(world)).find((one) => !before.has(one))!;
  await become[state]?.({ world, at, id, claimCode, of });
  return { id, claimCode, version: (await ticketOf(world, id)).version };
};

/** Out for so long that it is listed. What becomes of its ticket comes after it was sent. */
const referral: Make = async (world, at, state, of) => {
  const first = state === 'handed_over' ? cameFrom[at]! : at;
  const { id: ticketId, claimCode = '' } = await ticket(world, first, 'open', of);
  const { body } = await slips(world.t, world.staffAt[first].token).send(ticketId);
  const waitsUntil = '2026-11-01';
  await world.t.dataSource.manager.update(ReferralRow, { id: body.id }, { waitsUntil });
  if (isMinors(state)) {
    const { version } = await ticketOf(world, ticketId);
    await deskAt(world, at).act(ticketId, 'minor', { version });
  }
  await become[state]?.({ world, at, id: ticketId, claimCode, of });
  return { id: body.id, on: ticketId, also: [{ kind: 'ticket', id: ticketId, state }] };
};

const mediator: Make = async ({ t, federations, staffAt }, at) =>
  (await mediationDesk(t, staffAt[at].token).add({ federationId: federations[at].id })).body;

const kept: Make = async (world, at, state, of) => {
  const { id, claimCode } = await ticket(world, at, state, of);
  const path = '/case-tickets/claim/keep';
  const { body } = await world.t.http.post<{ id: string }>(path, { claimCode }, of);
  return { id: body.id, also: [{ kind: 'ticket', id, state }] };
};

/** Accepted, so that its clock of 办结 runs. */
const measured: Make = async (world, at, state, of) => {
  const made = await ticket(world, at, 'accepted', of);
  const { id, claimCode = '' } = made;
  await become[state]?.({ world, at, id, claimCode, of });
  return { id, also: [{ kind: 'ticket', id, state: state === 'open' ? 'accepted' : state }] };
};

/** Missed below, and come up to this federation. */
const escalation: Make = async (world, at, state, of) => {
  const below = missedAt[at]!;
  const { id: subjectId, also } = await measured(world, below, state, of);
  const id = newId();
  await world.t.dataSource.manager.insert(DeadlineEscalationRow, {
    ...{ id, subjectId, rule: 'petition_settlement', dueDay: '2026-11-01', open: true },
    ...{ federationId: world.federations[at].id, escalatedAt: world.t.clock.now() },
  });
  const clock = { kind: 'measured', id: subjectId, state } as const;
  return { id, also: [clock, ...(also ?? [])].map((one) => ({ ...one, at: below })) };
};

/** Somebody at its desk asked to read it. */
const approval: Make = async (world, at, state, of) => {
  const made = await ticket(world, at, 'locked', of);
  const { id, claimCode = '' } = made;
  await askToRead({ world, at, id, claimCode, of: world.staffAt[at] });
  await become[state]?.({ world, at, id, claimCode, of });
  return { id, also: [{ kind: 'ticket', id, state: state === 'open' ? 'locked' : state }] };
};

/** Offered to this federation, which has not answered. */
const offered: Make = async (world, at, state, of) => {
  const from = offeredFrom[at]!;
  const { id } = await ticket(world, from, state, of);
  await offer(world, id, from, at);
  return { id, on: id, also: [{ kind: 'ticket', id, state, at: from }] };
};

const filter: Make = async ({ t }, _, __, { token }) => {
  const saved = { name: '急件', filter: { risk: 'danger' } };
  return (await t.http.post<{ id: string }>('/desk/case-ticket-filters', saved, { token })).body;
};

export const ticketMakers: Record<TicketKind, Make> = {
  ticket,
  referral,
  mediator,
  kept,
  measured,
  escalation,
  approval,
  offer: offered,
  filter,
};
