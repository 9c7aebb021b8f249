import type { AskedForHelp } from '@niangjia/shared';
import type { Browser } from 'playwright-core';
import { inHerHand } from '../her';
import { startService, type Service } from '../service';
import { askFor, closedHome, openHome, poster, setHours, townCode } from '../xiamei';
import { launchBrowser } from './browser';
import { visit, type Visitor } from './visitor';

const told = '他昨晚又动手了\n孩子 👩‍👧 也看到';
const added = '他今天早上出门了';
const answer = '今天下午可以来霞美镇妇联，林姐等您。';
const contact = { phone: '138 0000 0000', codeWord: '木棉' };
const asPhone = { width: 375, height: 812 };
const asDesk = { width: 1280, height: 800 };

let service: Service;
let browser: Browser;
let her: Visitor;
let staff: Visitor;
let anotherWoman: AskedForHelp;
let claimCode = '';
let ticketPage = '';

const open = (look: { width: number; height: number }) =>
  visit(browser, { baseUrl: service.origin, ...look });

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  await setHours(service);
  anotherWoman = await askFor(service, {
    kind: 'domestic_violence',
    text: '婆婆不让我出门',
    divisionCode: townCode,
  });
  her = await open(asPhone);
  staff = await open(asDesk);
});
afterAll(async () => {
  const { count } = her;
  process.stdout.write(`her journey in a browser: ${JSON.stringify(count)}\n`);
  await browser.close();
  await service.stop();
});

async function readWith(woman: Visitor, code: string): Promise<void> {
  await woman.go('/pages/home/index');
  await woman.tap('我的', 'link');
  await woman.tap(/^看答复/);
  await woman.type('20 位数字', code);
  await woman.tap('看答复');
}

async function signIn(person: Visitor, name: RegExp): Promise<void> {
  await person.go('/staff/sign-in/index');
  await person.tap(name);
  await person.page.getByRole('heading', { name: '工作台' }).waitFor();
}

describe('a woman, from an open home to the answer, in a browser', () => {
  it('finds a home that is open now, without a position', async () => {
    const homes = her.page.getByRole('link', { name: /看详情$/ });

    await her.go('/pages/home/index');
    await her.tap('用我的位置');
    await her.sees('没有定位也能找。');
    await her.tap('选乡镇');
    await her.type('搜乡镇、村、社区', '霞美');
    await her.tap('霞美镇');
    await her.tap('就选霞美镇');
    await her.sees('霞美镇附近');
    await homes.filter({ hasText: closedHome }).waitFor();
    await her.tap('现在开门', 'checkbox');
    await homes.filter({ hasText: closedHome }).waitFor({ state: 'detached' });
    await homes.filter({ hasText: openHome }).waitFor();

    const shown = await homes.allInnerTexts();
    expect(shown.filter((words) => !words.includes('现在开门'))).toEqual([]);
    expect(shown.join()).toContain(openHome);
  });

  it('comes from the poster on the wall to the card of its home', async () => {
    await her.page.goto(`${service.origin}/q/${poster.code}`);

    await her.page.getByRole('heading', { level: 1, name: poster.home }).waitFor();
    await her.sees('现在开门 · 到 24:00');
  });

  it('asks from 首页 with three taps and one text, once however quickly she taps', async () => {
    await her.go('/pages/home/index');
    const before = { ...her.count };

    await her.tap('我要求助');
    await her.tap('家里有人打骂', 'radio');
    await her.type('发生了什么', told);
    await her.tapTwice('送出');
    await her.page.getByRole('heading', { name: '收到了' }).waitFor();

    expect(her.count.taps - before.taps).toBeLessThanOrEqual(3);
    expect(her.count.texts - before.texts).toBe(1);
    expect(her.sentTo('POST', '/case-tickets')).toBe(1);
    await her.sees('霞美镇妇联收到了，48 小时内答复。');
  });

  it('sees 110 when she is in danger, says how to reach her and keeps the code by hand', async () => {
    const digits = her.page.getByRole('img', { name: /^(\d ?){4}，/ });
    claimCode = String(await digits.getAttribute('aria-label')).replace(/\D/g, '');

    await her.tap('是，现在有危险', 'radio');
    await her.sees('先打 110。能走开就先走开。');
    await her.tap('告诉我们');
    await her.tap('可以打电话', 'radio');
    await her.type('电话', contact.phone);
    await her.type(/^暗号/, contact.codeWord);
    await her.tap('保存');
    await her.page.getByRole('dialog').waitFor({ state: 'detached' });
    await her.sees('可以打电话');
    await her.tap('记好了');
    await digits.waitFor({ state: 'detached' });

    expect(claimCode).toMatch(/^\d{20}$/);
    const left = await her.page.evaluate(() => JSON.stringify({ ...localStorage }) + location.href);
    expect(left).not.toContain(claimCode);
    expect(left).not.toContain('他昨晚');
  });

  it('is on top of the desk of her town, is taken up and answered', async () => {
    await signIn(staff, /吴晓燕/);
    const rows = staff.page.getByRole('button', { name: /收到：/ });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.first().getAttribute('aria-label')).toMatch(/^现在有危险，家暴，已收到/);

    await rows.first().click();
    await staff.sees('孩子 👩‍👧 也看到');
    ticketPage = new URL(staff.page.url()).hash.slice(1);
    await staff.sees('13800000000');
    await staff.sees(contact.codeWord);
    await staff.tap('受理');
    await staff.sees('已受理');
    await staff.type('答复', answer);
    await staff.tap('发给她');
    await staff.sees('已答复');
    await staff.sees(/吴晓燕 看过/);
  });

  it('is nothing that another town could see', async () => {
    const other = await open(asDesk);
    await signIn(other, /王素珍/);
    await other.sees('今天没有新的求助。');
    expect(other.faults).toEqual([]);

    await other.page.goto(`${service.origin}/#${ticketPage}`);

    await other.sees('没找到这件求助。');
    expect(await other.page.content()).not.toContain('昨晚');
    await other.close();
  });

  it('reads the answer with the code as she copied it, and adds what happened since', async () => {
    await readWith(her, inHerHand(claimCode));
    await her.sees(answer);

    await her.type(/^再补充几句/, added);
    await her.tap('补充');

    await her.sees('补上了，办事的人能看到。');
  });

  it('is not opened by another code', async () => {
    const other = await open(asPhone);
    await readWith(other, anotherWoman.claimCode);
    await other.sees('婆婆不让我出门');
    expect(await other.page.content()).not.toMatch(/昨晚|林姐/);
    expect(other.faults).toEqual([]);

    const last = (Number(claimCode.slice(-1)) + 1) % 10;
    await readWith(other, claimCode.slice(0, -1) + String(last));

    await other.sees('没找到这串数字。');
    await other.close();
  });

  it('leaves nothing to go back to after quick exit', async () => {
    await her.tap('快速离开');
    await her.page.waitForURL(/weather\.html$/);

    await her.page.goBack();
    await her.page.getByRole('heading', { name: '离您最近的娘家' }).waitFor();

    expect(her.page.url()).not.toMatch(/claim|ask/);
    expect(await her.page.content()).not.toMatch(/昨晚|林姐/);
  });

  it('is closed after what she added was read, and then takes no more', async () => {
    await signIn(staff, /吴晓燕/);
    await staff.tap(/^现在有危险，家暴，/);
    await staff.sees(added);
    await staff.tap('办结');
    await staff.tap('已经解答', 'radio');
    await staff.tap('确定办结');
    await staff.sees('已办结');

    await readWith(her, claimCode);
    await her.sees(answer);

    expect(await her.page.getByRole('textbox', { name: /补充/ }).count()).toBe(0);
  });

  it('met no fault of a page and nothing that the headers forbid', () => {
    expect([...her.faults, ...staff.faults]).toEqual([]);
  });
});
