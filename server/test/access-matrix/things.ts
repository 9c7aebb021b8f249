import { randomInt } from 'node:crypto';
import { Notifications } from '../../src/notification';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { newId } from '../../src/platform/ids';
import { WomensHomes } from '../../src/womens-home';
import { anActivity, register } from '../activities';
import { aHome } from '../homes';
import { aDraft, herJobs, jobDesk } from '../jobs';
import { officeMakers } from './office-things';
import { fieldMakers } from './field-things';
import type { Kind, Make } from './making';
import { divisionOf, type Place } from './places';
import { ticketMakers } from './ticket-things';
import type { World } from './world';

const activity: Make = async ({ t, federations }, at, state) =>
  anActivity(t, federations[at], { state: state as 'published' });

async function inState(world: World, at: Place, state: string) {
  const desk = jobDesk(world.t, world.staffAt[at].token);
  const { body } = await desk.create(aDraft({ federationId: world.federations[at].id }));
  if (state === 'draft') return body;
  const { body: published } = await desk.move(body.id, 'published');
  if (state === 'closed') await desk.move(body.id, 'closed', '不招了');
  return published;
}

const shift: Make = async (world, at) => {
  const { id, shifts } = await inState(world, at, 'published');
  return { id: shifts[0]!.id, also: [{ kind: 'job', id, state: 'published' }] };
};

const booking: Make = async (world, at, _, of) => {
  const { id, also } = await shift(world, at, 'open', of);
  const { body } = await herJobs(world.t, of.token).book(id);
  return { id: body.id, on: also?.[0]?.id, also };
};

const registration: Make = async (world, at, _, of) => {
  const { id } = await activity(world, at, 'published', of);
  const { body } = await register(world.t, { id }, of);
  return { id: body.id, on: id, also: [{ kind: 'activity', id, state: 'published' }] };
};

const newCode = (): string => `MATRIX${randomInt(1_000_000_000)}`;

const home: Make = async ({ t, federations }, at, state) => {
  const place = { ...federations[at], divisionCode: divisionOf[at] };
  return { id: await aHome(t, place, newCode(), { confidential: state === 'confidential' }) };
};

const code: Make = async (world, at, state, of) => {
  const { id: womensHomeId } = await home(world, at, state, of);
  const { app } = world.t;
  const homes = app.get(WomensHomes);
  const id = newCode();
  await app.get(UnitOfWork).run(async (tx) => {
    await homes.addCodes(tx, [{ code: id, womensHomeId }]);
    if (state === 'ended') await homes.endCode(tx, id, womensHomeId);
  });
  const homeState = state === 'ended' ? 'open' : state;
  return { id, also: [{ kind: 'home', id: womensHomeId, state: homeState }] };
};

const notification: Make = async ({ t }, _, __, { accountId, token }) => {
  const news = { kind: 'activity_changed', aboutId: newId(), text: '时间改了。' } as const;
  await t.app.get(UnitOfWork).run((tx) => t.app.get(Notifications).tell(tx, [accountId], news));
  const { body } = await t.http.get<{ items: { id: string }[] }>('/me/notifications', { token });
  return body.items[0]!;
};

const session: Make = async (world, _, __, of) => {
  const before = new Set(await world.sessionIds(of.token));
  await world.anotherSession(of);
  return { id: (await world.sessionIds(of.token)).find((id) => !before.has(id))! };
};

const federation: Make = async ({ federations }, at) => federations[at];

export const makers: Record<Kind, Make> = {
  federation,
  activity,
  registration,
  job: inState,
  shift,
  booking,
  home,
  code,
  notification,
  session,
  ...ticketMakers,
  ...fieldMakers,
  ...officeMakers,
};
