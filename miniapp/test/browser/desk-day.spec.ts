import type { Browser } from 'playwright-core';
import { theTen, words } from '../desk-day';
import { startService, type Service } from '../service';
import { launchBrowser } from './browser';
import { axeFaults } from './checks/axe';
import { keyboardOf } from './keyboard';
import { visit, type Visitor } from './visitor';

let service: Service;
let browser: Browser;
let staff: Visitor;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  service = await startService();
  await theTen(service);
});
afterEach(async () => {
  await staff.close();
  await service.stop();
});
afterAll(() => browser.close());

const sees = (said: string | RegExp) => staff.sees(said);
/** What the list says of tickets, not the page of one of them. */
const rows = (said: string) =>
  staff.page.getByRole('button', { name: new RegExp(`${said}，.*收到：`) });
const button = (name: string | RegExp) => staff.page.getByRole('button', { name });
const radio = (name: string | RegExp) => staff.page.getByRole('radio', { name });
const opened = (kind: string) =>
  staff.page.getByRole('heading', { name: `求助：${kind}` }).waitFor();

/** The slip as it comes to be printed, in a tab of its own; a page behind another is drawn once a second. */
const printed = async (open: () => Promise<void>) => {
  const [answer] = await Promise.all([staff.page.waitForResponse(/\/slip$/), open()]);
  await staff.page.bringToFront();
  expect(answer.headers()['content-type']).toContain('application/pdf');
  expect(Number(answer.headers()['content-length'])).toBeGreaterThan(10_000);
};
const { slip } = words;

describe('a day of staff at the desk of a town', () => {
  it('goes by finger on a phone', async () => {
    staff = await visit(browser, {
      baseUrl: service.origin,
      width: 375,
      height: 812,
    });
    const { tap, type } = staff;
    const back = () => button('返回').click();
    await staff.go('/staff/sign-in/index');
    await tap(/吴晓燕/);

    for (let taken = 0; taken < 10; taken += 1) {
      await rows('已收到').first().click();
      await tap('受理');
      await button(/^受理/).waitFor({ state: 'detached' });
      await back();
      await rows('已受理').nth(taken).waitFor();
    }
    expect(await rows('已收到').count()).toBe(0);

    await rows('劳动权益').click();
    await tap('分给同事');
    await tap(/黄丽华/, 'radio');
    await tap('就分给她');
    await sees(/黄丽华在办。/);

    await tap(/^转介单/);
    await tap('写转介单');
    await tap('法院', 'radio');
    await type('单位名称', slip.to);
    await type('请他们办什么', slip.purpose);
    await tap('姓名或称呼', 'checkbox');
    await type('姓名或称呼', slip.name);
    await tap(/^她单独同意/, 'radio');
    await tap('当面说的', 'radio');
    await tap('转出');
    await staff.page.getByRole('heading', { name: `${slip.to}（法院）` }).waitFor();
    await printed(() => tap('打开打印单'));
    await back();
    await sees(`${slip.to}（法院）`);
    await back();
    await sees(/转介给别的单位/);
    await back();

    await rows('财产土地').click();
    await tap('交给别的妇联');
    await tap(/^霞美镇妇联/, 'radio');
    await tap('看它下面的');
    await tap('霞美村妇联', 'radio');
    await type('为什么交过去', words.handOver);
    await tap('请那边接手');
    await sees('请霞美村妇联接手，还没有回话');
    await back();

    await rows('心理').click();
    await tap('标为未成年人');
    await tap('标上');
    await tap('申请查看');
    await type('为什么要看', words.unlock);
    await tap('提交申请');
    await sees('您已经申请查看，等另一位负责人批。');
    await back();

    await rows('生活困难').click();
    await type('答复', words.answer);
    await tap('发给她');
    await sees('已答复');
    await tap('办结');
    await tap('已经解答', 'radio');
    await tap('确定办结');
    await sees('结果：已经解答');
    await tap('重新办理');
    await type('为什么重新办理', words.reopen);
    await tap('确定重新办理');
    await button(/^重新办理/).waitFor({ state: 'detached' });
    await back();

    await rows('生活困难，已受理').waitFor();
    expect(await axeFaults(staff.page)).toEqual([]);
    expect(staff.faults).toEqual([]);
  });

  it('goes by keys alone at a PC', async () => {
    staff = await visit(browser, {
      baseUrl: service.origin,
      width: 1280,
      height: 800,
    });
    const { press, act, reach, write, alongRows } = keyboardOf(staff.page);
    await staff.go('/staff/sign-in/index');
    await button(/吴晓燕/).waitFor();
    await act(/吴晓燕/);
    await rows('已收到').first().waitFor();

    for (let taken = 0; taken < 10; taken += 1) {
      await alongRows(/，已收到，/);
      await button(/^受理/).waitFor();
      await press('s');
      await rows('已受理').nth(taken).waitFor();
    }
    expect(await rows('已收到').count()).toBe(0);

    await press('/');
    await act(/^选一个妇联/);
    await reach(/^搜镇、村/);
    await write('霞美村');
    await button(/^霞美村妇联/).waitFor();
    await act(/^霞美村妇联/);
    await rows('').first().waitFor({ state: 'detached' });
    await act(/^不限妇联/);
    await rows('已受理').nth(9).waitFor();

    await alongRows(/劳动权益/);
    await opened('劳动权益');
    await press('a');
    await radio(/黄丽华/).waitFor();
    await act(/黄丽华/);
    await act(/^就分给她/);
    await sees(/黄丽华在办。/);

    await act(/^转介单/);
    await button('写转介单').waitFor();
    await act(/^写转介单/);
    await radio('法院').waitFor();
    await act(/^法院$/);
    await reach(/^单位名称/);
    await write(slip.to);
    await reach(/^请他们办什么/);
    await write(slip.purpose);
    await act(/^姓名或称呼$/);
    await press('Tab');
    await reach(/^姓名或称呼/);
    await write(slip.name);
    await act(/^她单独同意/);
    await act(/^当面说的/);
    await act(/^转出$/);
    await staff.page.getByRole('heading', { name: `${slip.to}（法院）` }).waitFor();
    await printed(() => act(/^打开打印单/));
    await act(/^返回/);
    await button(new RegExp(slip.to)).waitFor();
    await act(/^返回/);
    await sees(/转介给别的单位/);

    await alongRows(/财产土地/);
    await opened('财产土地');
    await act(/^交给别的妇联/);
    await radio(/^霞美镇妇联/).waitFor();
    await act(/^霞美镇妇联/);
    await act(/^看它下面的/);
    await radio('霞美村妇联').waitFor();
    await act(/^霞美村妇联/);
    await reach(/^为什么交过去/);
    await write(words.handOver);
    await act(/^请那边接手/);
    await sees('请霞美村妇联接手，还没有回话');

    await alongRows(/心理/);
    await opened('心理');
    await act(/^标为未成年人/);
    await act(/^标上/);
    await button('申请查看').waitFor();
    await act(/^申请查看/);
    await reach(/^为什么要看/);
    await write(words.unlock);
    await act(/^提交申请/);
    await sees('您已经申请查看，等另一位负责人批。');

    await alongRows(/生活困难/);
    await opened('生活困难');
    await press('r');
    await write(words.answer);
    await press('Control+Enter');
    await rows('生活困难，已答复').waitFor();
    await press('Shift+C');
    await staff.page.getByRole('dialog', { name: '办结这件求助？' }).waitFor();
    await act(/^已经解答/);
    await act(/^确定办结/);
    await rows('生活困难，已办结').waitFor();
    await press('s');
    await reach(/^为什么重新办理/);
    await write(words.reopen);
    await act(/^确定重新办理/);
    await rows('生活困难，已受理').waitFor();

    expect(new URL(staff.page.url()).hash).toMatch(/desk\/index\?id=/);
    expect(await axeFaults(staff.page)).toEqual([]);
    expect(staff.faults).toEqual([]);
  });
});
