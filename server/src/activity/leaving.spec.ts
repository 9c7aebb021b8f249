import type { RefusalBody } from '@niangjia/shared';
import { type EntityManager, In } from 'typeorm';
import { anActivity, brokenSeats, cancel, register } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { Accounts, HerRecords } from '../account';
import { NotificationRow } from '../notification';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { RegistrationRow, Registrations } from '.';

jest.setTimeout(120_000);

const rounds = 10;

let t: TestApp;
let tree: Tree;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
afterAll(() => t.close());

const leave = ({ token }: GivenPerson) =>
  t.http.delete<RefusalBody>('/me', { token, body: { confirm: '删除' } });

/** A unit of work that waits before it commits, until it is let go. */
function paused(work: (tx: EntityManager) => Promise<unknown>) {
  let letGo = (): void => undefined;
  let begun = (): void => undefined;
  const isBegun = new Promise<void>((resolve) => (begun = resolve));
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  const done = t.app.get(UnitOfWork).run(async (tx) => {
    await work(tx);
    begun();
    await isLetGo;
  });
  return { isBegun, letGo, done };
}

const service = () => t.app.get(Registrations, { strict: false });

it('a registration waits for the deletion of her account and is then refused', async () => {
  const activity = await anActivity(t, tree.village);
  const { accountId } = await aPerson(t);
  const leaving = paused(async (tx) => {
    await t.app.get(Accounts).holdFor(tx, accountId);
    await t.app.get(HerRecords, { strict: false }).forget(tx, accountId);
  });
  await leaving.isBegun;
  const registering = t.app
    .get(UnitOfWork)
    .run((tx) => service().register(tx, accountId, activity.id, {}))
    .catch((fault: unknown) => fault);
  leaving.letGo();
  await leaving.done;

  expect(await registering).toMatchObject({ code: 'session_ended' });
  expect(await t.dataSource.manager.findBy(RegistrationRow, { accountId })).toEqual([]);
});

it('the deletion of her account waits for a registration and takes it along', async () => {
  const activity = await anActivity(t, tree.village);
  const she = await aPerson(t);
  const { accountId } = she;
  const registering = paused((tx) => service().register(tx, accountId, activity.id, {}));
  await registering.isBegun;
  const leaving = leave(she);
  for (let turn = 0; turn < 20; turn += 1) await t.http.get(`/activities/${activity.id}`);
  registering.letGo();
  await registering.done;

  expect((await leaving).status).toBe(200);
  expect(await t.dataSource.manager.findBy(RegistrationRow, { accountId })).toEqual([]);
  expect(await brokenSeats(t, activity.id)).toEqual([]);
});

it('deleting, cancelling and registering at once frees each seat once and leaves nothing', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const activity = await anActivity(t, tree.village, { seats: 2 });
    const other = await anActivity(t, tree.village, { seats: 1 });
    const women: GivenPerson[] = [];
    while (women.length < 6) women.push(await aPerson(t));
    const [she, next, late, ...rest] = women as [GivenPerson, GivenPerson, GivenPerson];
    const hers = await register(t, activity, she);
    const theirs = await register(t, activity, next);
    for (const who of [late, ...rest]) await register(t, activity, who);

    const replies = await Promise.all([
      leave(she),
      cancel(t, hers.body, she),
      register(t, other, she),
      leave(she),
      cancel(t, theirs.body, next),
      leave(late),
      register(t, other, late),
    ]);

    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    expect(replies[0].status === 200 || replies[3].status === 200).toBe(true);
    for (const { id } of [activity, other]) expect(await brokenSeats(t, id)).toEqual([]);
    const { manager } = t.dataSource;
    const accountId = In([she.accountId, late.accountId]);
    expect(await manager.findBy(RegistrationRow, { accountId })).toEqual([]);
    expect(await manager.findBy(NotificationRow, { accountId })).toEqual([]);
    const told = await manager.findBy(NotificationRow, { aboutId: activity.id });
    expect(told.map(({ accountId: id }) => id).sort()).toEqual(
      rest
        .slice(0, 2)
        .map(({ accountId: id }) => id)
        .sort(),
    );
  }
});
