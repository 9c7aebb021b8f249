import { theTen, words } from '../desk-day';
import { startService, type Service } from '../service';
import type { WeappPhone } from './phone';
import { staffPhone } from './staff-phone';

let service: Service;
let staff: WeappPhone;

beforeAll(async () => {
  service = await startService();
  await theTen(service);
  staff = await staffPhone(service, 'town-staff');
});
afterAll(() => service.stop());

const desk = () => staff.open('/staff/desk/index');
const openOne = async (kind: string) => {
  await desk();
  await staff.tap(kind);
  await staff.until(`求助：${kind}`);
};

describe('a day of staff at the desk of a town, in WeChat', () => {
  it('gives one to a colleague', async () => {
    await openOne('劳动权益');

    await staff.tap('受理');
    await staff.until('已受理');
    await staff.tap('分给同事');
    await staff.tap('示例·黄丽华');
    await staff.tap('就分给她');

    await staff.until('示例·黄丽华在办。');
  });

  it('answers one, closes it with its outcome, and takes it up again', async () => {
    await openOne('生活困难');

    await staff.type('答复', words.answer);
    await staff.tap('发给她');
    await staff.until('已答复');
    await staff.tap('办结');
    await staff.tap('已经解答');
    await staff.tap('确定办结');
    await staff.until('结果：已经解答');
    await staff.tap('重新办理');

    await staff.until('已受理');
  });
});
