import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aJob, aPattern, aWoman, herJobs, jobDesk } from '../../test/jobs';
import { aTree } from '../../test/trees';
import { HerRecords, retentionDays } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { BookingRow } from './booking.entity';
import { ContactsPurge } from './contacts-purge';
import { ShiftRow } from './shift.entity';

let t: TestApp;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());

it('are hers to read whole, and go with her account, with their places free again', async () => {
  const tree = await aTree(t);
  const staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  const shiftPatterns = [aPattern({ places: 1 })];
  const job = await aJob(t, staff.token, { federationId: tree.town.id, shiftPatterns });
  const { accountId, token } = await aPerson(t);
  const her = herJobs(t, token);
  const shareWithEmployer = { name: '示例·阿珍', phone: '0595-0000 0001' };
  const said = { remark: '我带饭', declaresCare: true, shareWithEmployer };
  await her.cancel((await her.book(job.shifts[0]!.id, said)).body.id);
  await her.book(job.shifts[1]!.id, said);
  const other = herJobs(t, (await aPerson(t)).token);
  await other.book(job.shifts[2]!.id);
  const records = t.app.get(HerRecords);
  const { manager } = t.dataSource;

  const part = (await records.fileOf(manager, accountId)).find(
    ({ name }) => name === '妈妈岗预约',
  )!;

  const nothing = { 给单位看的姓名: '', 给单位看的电话: '', 留言: '' };
  expect(part.rows).toMatchObject([
    { 岗位: '缝纫工', 状态: '已取消', ...nothing, 在照顾12岁以下的孩子: '没有填' },
    {
      状态: '已预约',
      给单位看的姓名: '示例·阿珍',
      给单位看的电话: '0595-0000 0001',
      留言: '我带饭',
      在照顾12岁以下的孩子: '是',
    },
  ]);
  for (const row of part.rows) expect(Object.keys(row)).toEqual(Object.keys(part.fields));

  await t.app.get(UnitOfWork).run((tx) => records.forget(tx, accountId));

  expect(await manager.countBy(BookingRow, { accountId })).toBe(0);
  expect(await manager.count(BookingRow)).toBe(1);
  const shifts = await manager.find(ShiftRow, { order: { startsAt: 'ASC' } });
  expect(shifts.map(({ taken }) => taken)).toEqual([0, 0, 1, 0]);
});

describe('name, phone and remark', () => {
  const shareWithEmployer = { name: '示例·阿珍', phone: '0595-0000 0001' };
  const said = { remark: '我带饭', declaresCare: true, shareWithEmployer };
  const kept = async (id: string) => {
    const { shared, remark } = await t.dataSource.manager.findOneByOrFail(BookingRow, { id });
    return [shared !== null, remark !== null];
  };
  const aPost = async () => {
    const { town } = await aTree(t);
    const staff = await aPerson(t, [{ in: town, kind: 'staff' }]);
    const job = await aJob(t, staff.token, { federationId: town.id });
    return { job, desk: jobDesk(t, staff.token) };
  };

  it('go when she cancels, and when the post is closed', async () => {
    const { job, desk } = await aPost();
    const her = await aWoman(t);
    const one = (await her.book(job.shifts[0]!.id, said)).body;
    const other = (await her.book(job.shifts[1]!.id, said)).body;
    expect(one).toMatchObject({ shared: shareWithEmployer, remark: '我带饭' });
    expect(await kept(one.id)).toEqual([true, true]);

    expect((await her.cancel(one.id)).body).toMatchObject({ shared: null, remark: null });
    await desk.move(job.id, 'closed', '订单少了');

    for (const { id } of [one, other]) expect(await kept(id)).toEqual([false, false]);
    const { items } = (await her.mine()).body;
    expect(items.map(({ shared, remark }) => [shared, remark])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('go when the shift is over for as long as the one table says, and not before', async () => {
    const { job } = await aPost();
    const her = await aWoman(t);
    const { body: booked } = await her.book(job.shifts[0]!.id, said);
    const { body: later } = await her.book(job.shifts[1]!.id, said);
    const purge = () => t.app.get(ContactsPurge, { strict: false }).purge();
    const gone = Date.parse(booked.endsAt) + retentionDays.bookingContact * 86_400_000;

    t.clock.tell(gone);
    expect(await purge()).toBe(0);
    t.clock.tell(gone + 1);
    expect(await purge()).toBe(1);

    expect(await kept(booked.id)).toEqual([false, false]);
    expect(await kept(later.id)).toEqual([true, true]);
    const row = await t.dataSource.manager.findOneByOrFail(BookingRow, { id: booked.id });
    expect(row.state).toBe('booked');
  });
});
