import { theTen, words } from '../desk-day';
import { startService, type Service } from '../service';
import { labelOf, placed } from './host/tree';
import type { WeappPhone } from './phone';
import { staffPhone } from './staff-phone';

let service: Service;
let staff: WeappPhone;

beforeAll(async () => {
  service = await startService();
  await theTen(service);
  staff = await staffPhone(service, 'town-staff');
  await staff.open('/staff/desk/index');
});
afterAll(() => service.stop());

/** What the list says of those in this state. */
const rowsThat = (are: string): string[] =>
  placed(staff.tree())
    .map(({ node }) => labelOf(node))
    .filter((label) => label.includes(`，${are}，`));
const openOne = async (kind: string) => {
  await staff.tap(kind);
  await staff.until(`求助：${kind}`);
};

describe('a day of staff at the desk of a town, in WeChat', () => {
  it('takes up ten, one after the other, and the list knows it when she comes back', async () => {
    for (let taken = 1; taken <= 10; taken += 1) {
      await staff.until(() => rowsThat('已收到').length === 11 - taken, `${11 - taken} 已收到`);
      await staff.tap(rowsThat('已收到')[0] ?? '');
      await staff.tap('受理');
      await staff.until('已受理');
      await staff.back();
    }

    await staff.until(() => rowsThat('已受理').length === 10, '10 已受理');
    expect(rowsThat('已收到')).toEqual([]);
  });

  it('gives one to a colleague', async () => {
    await openOne('劳动权益');

    await staff.tap('分给同事');
    await staff.tap('黄丽华');
    await staff.tap('就分给她');

    await staff.until('黄丽华在办。');
    await staff.back();
    await staff.until(() => rowsThat('示例·黄丽华').length === 1, 'her name in the list');
  });

  it('writes a slip to a court and comes to what is printed of it', async () => {
    const { to, purpose, name } = words.slip;
    await openOne('劳动权益');

    await staff.tap('转介单');
    await staff.tap('写转介单');
    await staff.until('转给哪类单位');
    await staff.tap('法院');
    await staff.type('单位名称', to);
    await staff.type('请他们办什么', purpose);
    await staff.tap('姓名或称呼');
    await staff.type('姓名或称呼', name);
    await staff.tap('她单独同意');
    await staff.tap('当面说的');
    await staff.tap('转出');

    await staff.until(`${to}（法院）`);
    await staff.until('打开打印单');
    await staff.back();
    await staff.until(`${to}（法院）`);
    await staff.back();
    await staff.until('转介给别的单位');
    await staff.back();
  });

  it('asks another federation to take one over', async () => {
    await openOne('财产土地');

    await staff.tap('交给别的妇联');
    await staff.tap('霞美镇妇联');
    await staff.tap('看它下面的');
    await staff.tap('霞美村妇联');
    await staff.type('为什么交过去', words.handOver);
    await staff.tap('请那边接手');

    await staff.until('请霞美村妇联接手，还没有回话');
    await staff.back();
  });

  it('locks what concerns a minor and asks for leave to read it', async () => {
    await openOne('心理');

    await staff.tap('标为未成年人');
    await staff.tap('标上');
    await staff.tap('申请查看');
    await staff.type('为什么要看', words.unlock);
    await staff.tap('提交申请');

    await staff.until('您已经申请查看，等另一位负责人批。');
    await staff.back();
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
    await staff.type('为什么重新办理', words.reopen);
    await staff.tap('确定重新办理');
    await staff.until(() => !staff.text().includes('重新办理'), '重新办理 gone');
    await staff.back();

    await staff.until(() => rowsThat('生活困难').some((row) => row.includes('，已受理，')));
  });
});
