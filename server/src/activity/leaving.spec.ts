import type { RefusalBody } from '@niangjia/shared';
import { In } from 'typeorm';
import { anActivity, brokenSeats, cancel, register } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { NotificationRow } from '../notification';
import { RegistrationRow } from '.';

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
