import type { Browser, Page } from 'playwright-core';
import { theTen, words } from '../desk-day';
import { startService, type Service } from '../service';
import { launchBrowser } from './browser';
import { visit, type Visitor } from './visitor';
import { axeFaults } from './checks/axe';

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
  expect(staff.faults).toEqual([]);
  await staff.close();
  await service.stop();
});
afterAll(() => browser.close());

const sees = (words: string | RegExp) => staff.sees(words);
const rowOf = (page: Page, words: RegExp) => page.getByRole('button', { name: words }).last();

describe('a day of staff at the desk of a town', () => {
  it('goes by finger on a phone', async () => {
    staff = await visit(browser, { baseUrl: service.origin, width: 375, height: 812 });
    const { page, tap, type } = staff;
    const back = () => page.getByRole('button', { name: '返回' }).click();
    await staff.go('/staff/sign-in/index');
    await tap(/吴晓燕/);

    for (let left = 10; left > 0; left -= 1) {
      await rowOf(page, /，已收到，/).waitFor();
      await rowOf(page, /，已收到，/).click();
      await tap('受理');
      await page.getByRole('button', { name: '受理', exact: true }).waitFor({ state: 'detached' });
      await back();
      await page.waitForFunction(
        (count) => document.querySelectorAll('[aria-label*="，已收到，"]').length === count,
        left - 1,
      );
    }

    await tap(/劳动权益/);
    await tap('分给同事');
    await tap(/黄丽华/, 'radio');
    await tap('就分给她');
    await sees(/黄丽华在办。/);
    await back();

    await tap(/财产土地/);
    await tap('交给别的妇联');
    await tap(/霞美村妇联/, 'radio');
    await type('为什么交过去', words.handOver);
    await tap('请那边接手');
    await sees('请霞美村妇联接手，还没有回话');
    await back();

    await tap(/子女/);
    await tap('标为未成年人');
    await tap('标上');
    await tap('申请查看');
    await type('为什么要看', words.unlock);
    await tap('提交申请');
    await sees('您已经申请查看，等另一位负责人批。');
    await back();

    await tap(/生活困难/);
    await type('答复', words.answer);
    await tap('发给她');
    await sees('已答复');
    await tap('办结');
    await tap('已经解答', 'radio');
    await tap('确定办结');
    await sees('结果：已经解答');
    await tap('重新办理');
    await page.getByRole('button', { name: '重新办理' }).waitFor({ state: 'detached' });
    expect(await axeFaults(page)).toEqual([]);
  });

  it('goes by keys alone at a PC', async () => {
    staff = await visit(browser, { baseUrl: service.origin, width: 1280, height: 800 });
    const { page } = staff;
    const keys = async (...each: string[]) => {
      for (const key of each) await page.keyboard.press(key);
    };
    const nameOfFocused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at === document.body
          ? ''
          : (at?.getAttribute('aria-label') ?? at?.textContent ?? '');
      });
    /** By Tab alone, as far as it takes. */
    const reach = async (name: RegExp) => {
      for (let tabs = 0; tabs < 200; tabs += 1) {
        if (name.test(await nameOfFocused())) return;
        await keys('Tab');
      }
      throw new Error(`Tab alone does not lead to ${name}`);
    };
    const act = async (name: RegExp) => {
      await reach(name);
      await keys('Enter');
    };
    const opened = (kind: string) => page.getByRole('heading', { name: `求助：${kind}` }).waitFor();
    const toRow = async (name: RegExp) => {
      await keys('Escape', 'Escape');
      for (let step = 0; step < 12; step += 1) await keys('k');
      for (let step = 0; step < 12; step += 1) {
        if (name.test(await nameOfFocused())) return keys('Enter');
        await keys('j');
      }
      throw new Error(`j does not lead to ${name}`);
    };

    await staff.go('/staff/sign-in/index');
    await page.getByRole('button', { name: /吴晓燕/ }).waitFor();
    await act(/吴晓燕/);
    await rowOf(page, /，已收到，/).waitFor();

    for (let left = 10; left > 0; left -= 1) {
      await toRow(/，已收到，/);
      await page.getByRole('button', { name: '受理', exact: true }).waitFor();
      await keys('a');
      await page.waitForFunction(
        (count) => document.querySelectorAll('[aria-label*="，已收到，"]').length === count,
        left - 1,
      );
    }

    await toRow(/劳动权益/);
    await opened('劳动权益');
    await keys('s');
    await page.getByRole('radio', { name: /黄丽华/ }).waitFor();
    await act(/黄丽华/);
    await act(/^就分给她/);
    await sees(/黄丽华在办。/);

    await toRow(/财产土地/);
    await opened('财产土地');
    await act(/^交给别的妇联/);
    await page.getByRole('radio', { name: /霞美村妇联/ }).waitFor();
    await act(/霞美村妇联/);
    await reach(/^为什么交过去/);
    await page.keyboard.insertText(words.handOver);
    await act(/^请那边接手/);
    await sees('请霞美村妇联接手，还没有回话');

    await toRow(/子女/);
    await opened('子女');
    await act(/^标为未成年人/);
    await act(/^标上/);
    await page.getByRole('button', { name: '申请查看' }).waitFor();
    await act(/^申请查看/);
    await reach(/^为什么要看/);
    await page.keyboard.insertText(words.unlock);
    await act(/^提交申请/);
    await sees('您已经申请查看，等另一位负责人批。');

    await toRow(/生活困难/);
    await opened('生活困难');
    await keys('r');
    await page.keyboard.insertText(words.answer);
    await keys('Control+Enter');
    await rowOf(page, /生活困难，已答复/).waitFor();
    await keys('Escape', 'Shift+C');
    await page.getByRole('dialog', { name: '办结这件求助？' }).waitFor();
    await act(/^已经解答/);
    await act(/^确定办结/);
    await rowOf(page, /生活困难，已办结/).waitFor();
    await keys('a');
    await rowOf(page, /生活困难，已受理/).waitFor();

    expect(new URL(page.url()).hash).toMatch(/desk\/index\?id=/);
    expect(await axeFaults(page)).toEqual([]);
  });
});
