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

  it('asks another federation to take one over', async () => {
    await openOne('财产土地');

    await staff.tap('交给别的妇联');
    await staff.tap('霞美村妇联');
    await staff.type('为什么交过去', words.handOver);
    await staff.tap('请那边接手');

    await staff.until('请霞美村妇联接手，还没有回话');
  });

  it('locks what concerns a minor and asks for leave to read it', async () => {
    await openOne('子女');

    await staff.tap('标为未成年人');
    await staff.tap('标上');
    await staff.tap('申请查看');
    await staff.type('为什么要看', words.unlock);
    await staff.tap('提交申请');

    await staff.until('您已经申请查看，等另一位负责人批。');
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
