import {
  deadlineEndpoints,
  fillPath,
  type MyBooking,
  type MyRegistration,
  type Page,
  type TicketApprovals,
} from '@niangjia/shared';
import { randomInt } from 'node:crypto';
import { Notifications } from '../src/notification';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { newId } from '../src/platform/ids';
import { WomensHomes } from '../src/womens-home';
import { activityDraft, homeChange, jobDraft } from './access-matrix/bodies';
import { fieldMakers } from './access-matrix/field-things';
import type { Make, TicketKind } from './access-matrix/making';
import { officeMakers } from './access-matrix/office-things';
import { divisionOf, type Place } from './access-matrix/places';
import { ticketMakers } from './access-matrix/ticket-things';
import type { World } from './access-matrix/world';
import { anActivity, register } from './activities';
import { aTicket, claim } from './case-tickets';
import type { GivenPerson } from './given';
import { aHome } from './homes';
import { aJob, herJobs } from './jobs';

/** Everything that B is about: a woman in the other town, and its staff. */
export interface B {
  world: World;
  her: GivenPerson;
  staff: GivenPerson;
}

type Act = (b: B) => Promise<unknown>;

const there = 'otherTown';
const of = ({ world: { t }, staff: { token } }: B) => ({
  post: (path: string, body: object) => t.http.post<{ id: string }>(path, body, { token }),
  put: (path: string, body: object) => t.http.put(path, body, { token }),
  ids: async (path: string) =>
    (await t.http.get<Page<{ id: string }>>(path, { token })).body.items.map(({ id }) => id),
});

async function asksAndIsAnswered(b: B): Promise<void> {
  const { claimCode } = await aTicket(b.world.t, { divisionCode: divisionOf[there] });
  const [id] = await of(b).ids('/desk/case-tickets?state=received');
  await of(b).post(`/desk/case-tickets/${id}/messages`, { text: '来找我们' });
  await claim(b.world.t, { claimCode }, 'danger', { inDanger: true });
  if (randomInt(2) === 0) await claim(b.world.t, { claimCode }, 'withdraw');
}

/** To the village below and back up again, each time with a yes. */
async function handsOver(b: B): Promise<void> {
  await aTicket(b.world.t, { divisionCode: divisionOf[there] });
  const [id] = await of(b).ids('/desk/case-tickets?state=received&assigned=nobody');
  const village = 'otherVillage';
  const federationId = b.world.federations[village].id;
  const seenBy = { world: b.world, her: b.her, staff: b.world.staffAt[village] };
  const { body } = await b.world.t.http.get<{ version: number }>(
    `/desk/case-tickets/${id}`,
    b.staff,
  );
  const { version } = body;
  const offered = { version, federationId, reason: '她住在你们村' };
  await of(b).post(`/desk/case-tickets/${id}/hand-over`, offered);
  const accept = randomInt(2) === 0;
  const decided = { version: version + 1, accept, reason: '这里办不了' };
  await of(seenBy).post(`/desk/hand-overs/${id}/decision`, decided);
}

/** A colleague of hers does, to whom alone it is then not there. */
async function recuses(b: B): Promise<void> {
  await aTicket(b.world.t, { divisionCode: divisionOf[there], kind: 'children' });
  const posts = [{ kind: 'staff', at: there }] as const;
  const relative = await b.world.twin({ name: 'B, a relative', session: 'live', posts });
  const hers = of({ ...b, staff: relative });
  const [id] = await hers.ids('/desk/case-tickets?state=received&kind=children');
  await hers.post(`/desk/case-tickets/${id}/unlock`, { reason: '我是经办人' });
  await hers.post(`/desk/case-tickets/${id}/recusal`, { reason: '是我表姐' });
}

const makesOf =
  (make: Make): Act =>
  ({ world, staff }) =>
    make(world, there, 'open', staff);

const makes = (kind: TicketKind): Act => makesOf(ticketMakers[kind]);

async function readsOfAMinor(b: B): Promise<void> {
  await makes('approval')(b);
  const head = { ...b, staff: await b.world.twin(headOf(there)) };
  const { items } = (
    await b.world.t.http.get<Page<TicketApprovals>>('/desk/approvals?list=waiting', head.staff)
  ).body;
  const { accountId } = b.staff;
  const path = `/desk/case-tickets/${items[0]?.ticket.id}/unlock/decision`;
  await of(head).post(path, { accountId, approve: randomInt(2) === 0 });
}

async function asksForMoreDays(b: B): Promise<void> {
  const { id } = await ticketMakers.measured(b.world, there, 'open', b.staff);
  const clock = { id, rule: 'petition_settlement' };
  const asked = { days: 10, reason: '要再去一次现场' };
  await of(b).post(fillPath(deadlineEndpoints.askExtension.path, clock), asked);
  const head = { ...b, staff: await b.world.twin(headOf(there)) };
  if (randomInt(2) === 0)
    await of(head).post(fillPath(deadlineEndpoints.decideExtension.path, clock), { approve: true });
}

const headOf = (at: Place) =>
  ({ name: 'B, a head', session: 'live', posts: [{ kind: 'chair', at }] }) as const;

/** What its health is reckoned from: another member, a link and a visit. */
async function visitsInHerVillage({ world }: B): Promise<void> {
  const posts = [{ kind: 'committee_member', at: there }] as const;
  const member = await world.twin({ name: 'B, a member', session: 'live', posts });
  await fieldMakers.visit(world, there, 'open', member);
}

async function savesAFilter(b: B): Promise<void> {
  const { body } = await of(b).post('/desk/case-ticket-filters', { name: '急件', filter: {} });
  await b.world.t.http.delete(`/desk/case-ticket-filters/${body.id}`, b.staff);
}

async function draftsAnActivity(b: B): Promise<void> {
  const draft = activityDraft(b.world, there);
  const { body } = await of(b).post('/desk/activities', draft);
  await of(b).put(`/desk/activities/${body.id}`, { ...draft, title: '改过的', version: 1 });
}

async function draftsAJob(b: B): Promise<void> {
  const draft = jobDraft(b.world, there);
  const { body } = await of(b).post('/desk/jobs', draft);
  await of(b).put(`/desk/jobs/${body.id}`, { ...draft, title: '改过的', version: 1 });
}

async function changesAShelter({ world: { t, federations }, ...b }: B): Promise<void> {
  const place = { ...federations[there], divisionCode: divisionOf[there] };
  const code = `SHELTER${randomInt(1_000_000_000)}`;
  const id = await aHome(t, place, code, { confidential: true });
  await t.http.put(`/desk/womens-homes/${id}`, homeChange, { token: b.staff.token });
  const homes = t.app.get(WomensHomes);
  await t.app.get(UnitOfWork).run((tx) => homes.endCode(tx, code, id));
}

async function keepsATicket({ world: { t }, her }: B): Promise<void> {
  const { claimCode } = await aTicket(t, { divisionCode: divisionOf[there] });
  const body = { claimCode };
  const kept = await t.http.post<{ id: string }>('/case-tickets/claim/keep', body, her);
  await t.http.delete(`/me/case-tickets/${kept.body.id}`, her);
}

async function isTold({ world: { t }, her }: B): Promise<void> {
  const news = { kind: 'activity_changed', aboutId: newId(), text: '时间改了。' } as const;
  const { app } = t;
  await app.get(UnitOfWork).run((tx) => app.get(Notifications).tell(tx, [her.accountId], news));
}

async function signsInElsewhere({ world, her }: B): Promise<void> {
  const token = await world.anotherSession(her);
  await world.t.http.delete('/sessions/current', { token });
}

async function leaves({ world }: B): Promise<void> {
  await world.leave(await world.twin({ name: 'B, leaving', session: 'live', posts: [] }));
}

/** What nobody outside may notice at all, not even in what is public. */
export const hiddenActs: Record<string, Act> = {
  asksAndIsAnswered,
  handsOver,
  recuses,
  sendsASlip: makes('referral'),
  keepsARoster: makes('mediator'),
  missesADay: makes('escalation'),
  asksToRead: makes('approval'),
  readsOfAMinor,
  asksForMoreDays,
  knowsAnEnterprise: makesOf(officeMakers.enterprise),
  invites: makesOf(officeMakers.invitation),
  visitsInHerVillage,
  savesAFilter,
  draftsAnActivity,
  draftsAJob,
  changesAShelter,
  keepsATicket,
  isTold,
  signsInElsewhere,
  leaves,
};

async function registersAndCancels({ world: { t, federations }, her }: B): Promise<void> {
  const activity = await anActivity(t, federations[there]);
  const { body } = await register(t, activity, her);
  await t.http.post<MyRegistration>(`/registrations/${body.id}/cancel`, {}, her);
}

async function booksAndCancels({ world: { t, federations }, her, staff }: B): Promise<void> {
  const job = await aJob(t, staff.token, { federationId: federations[there].id });
  const { body } = await herJobs(t, her.token).book(job.shifts[0]!.id);
  await t.http.post<MyBooking>(`/bookings/${body.id}/cancel`, {}, her);
}

async function opensAHome({ world: { t, federations } }: B): Promise<void> {
  const place = { ...federations[there], divisionCode: divisionOf[there] };
  await aHome(t, place, `OPEN${randomInt(1_000_000_000)}`);
}

/** What the public may notice, but no desk and no woman in what is theirs. */
export const openActs: Record<string, Act> = { registersAndCancels, booksAndCancels, opensAHome };
