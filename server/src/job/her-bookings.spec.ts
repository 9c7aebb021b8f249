import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aJob, aPattern, herJobs } from '../../test/jobs';
import { aTree } from '../../test/trees';
import { HerRecords } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { BookingRow } from './booking.entity';
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
  await her.book(job.shifts[1]!.id);
  const other = herJobs(t, (await aPerson(t)).token);
  await other.book(job.shifts[2]!.id);
  const records = t.app.get(HerRecords);
  const { manager } = t.dataSource;

  const part = (await records.fileOf(manager, accountId)).find(
    ({ name }) => name === '妈妈岗预约',
  )!;

  expect(part.rows).toMatchObject([
    {
      岗位: '缝纫工',
      状态: '已取消',
      给单位看的姓名: '示例·阿珍',
      给单位看的电话: '0595-0000 0001',
      留言: '我带饭',
      在照顾12岁以下的孩子: '是',
    },
    { 状态: '已预约', 给单位看的姓名: '', 在照顾12岁以下的孩子: '没有填' },
  ]);
  for (const row of part.rows) expect(Object.keys(row)).toEqual(Object.keys(part.fields));

  await t.app.get(UnitOfWork).run((tx) => records.forget(tx, accountId));

  expect(await manager.countBy(BookingRow, { accountId })).toBe(0);
  expect(await manager.count(BookingRow)).toBe(1);
  const shifts = await manager.find(ShiftRow, { order: { startsAt: 'ASC' } });
  expect(shifts.map(({ taken }) => taken)).toEqual([0, 0, 1, 0]);
});
