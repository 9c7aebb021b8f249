import { dayOf } from '@niangjia/shared';
import { DeadlineRow } from '../../../src/deadline';
import { startApp, type TestApp } from '../../app';
import { aTicket, staff } from '../../case-tickets';
import { aPerson } from '../../given';
import { aNight } from '../../nights';
import { aTree, type Tree } from '../../trees';
import { say } from './stand';

let t: TestApp;
let tree: Tree;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
afterAll(() => t.close());

/** A moment, its day in China, and the sixtieth day for a settlement that is taken up then. */
const moments: [moment: string, day: string, sixtieth: string][] = [
  ['2026-12-31T23:59:59+08:00', '2026-12-31', '2027-03-01'],
  ['2027-01-01T00:00:00+08:00', '2027-01-01', '2027-03-02'],
  ['2027-01-01T07:59:59+08:00', '2027-01-01', '2027-03-02'],
  ['2028-02-13T23:59:59+08:00', '2028-02-13', '2028-04-13'],
  ['2028-02-14T00:00:00+08:00', '2028-02-14', '2028-04-14'],
  ['2028-02-28T16:00:00Z', '2028-02-29', '2028-04-29'],
  ['2028-02-29T15:59:59Z', '2028-02-29', '2028-04-29'],
  ['2100-02-28T16:00:00Z', '2100-03-01', '2100-04-30'],
];

it.each(moments)('F27: what comes at %s is of the day in China', async (moment, day, sixtieth) => {
  t.clock.tell(moment);
  const { token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  const { id } = await aTicket(t, { divisionCode: tree.codes.town });
  const { status } = await staff(t, token).move(id, 'accepted');
  const { dueDay } = await t.dataSource.manager.findOneByOrFail(DeadlineRow, {
    subjectId: id,
    rule: 'petition_settlement',
  });

  expect([status, dayOf(t.clock.now()), dueDay]).toEqual([200, day, sixtieth]);
});

it('F27: a night done twice, or again after the clock went back, changes nothing more', async () => {
  const count = async () => JSON.stringify(await t.dataSource.manager.find(DeadlineRow));
  t.clock.tell('2028-02-29T03:30:00+08:00');
  await aNight(t);
  const once = await count();
  await aNight(t);
  t.clock.pass({ hours: -2 });
  await aNight(t);

  expect(await count()).toBe(once);
  say('F27', `${moments.length} moments at the edges of days, 3 nights as 1`);
});
