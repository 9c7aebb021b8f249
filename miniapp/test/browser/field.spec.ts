import type { Page as PageOf, Session, Visit } from '@niangjia/shared';
import { addDays, dayOf } from '@niangjia/shared';
import type { Browser } from 'playwright-core';
import { startService, type Service } from '../service';
import { launchBrowser } from './browser';
import { visit, type Visitor } from './visitor';

const asPhone = { width: 375, height: 812 };
const asDesk = { width: 1280, height: 800 };
const told = '三个月没发工资，想去要';
const unfinished = '她想学剪纸';
/** On the card of an invented woman of the demonstration. */
const knownCard = '8888 0000 1111 2222 3333';

let service: Service;
let browser: Browser;
let member: Visitor;
let claimCode = '';
let visitsBefore = 0;

const open = (look: { width: number; height: number }) =>
  visit(browser, { baseUrl: service.origin, ...look });
const radios = (group: string) => member.page.getByRole('radiogroup', { name: group }).last();
const who = (place: number) => radios('去看了谁').getByRole('radio').nth(place).click();
const airplane = (on: boolean) => member.page.context().setOffline(on);
const home = () =>
  member.page
    .getByRole('heading', { name: /^该去看看的/ })
    .last()
    .waitFor();

async function storedVisits(): Promise<Visit[]> {
  const { token } = await service.ask<Session>('POST', '/sessions', {
    body: { demonstration: 'committee-member' },
  });
  const path = '/me/visits?limit=100';
  return (await service.ask<PageOf<Visit>>('GET', path, { token })).items;
}

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  member = await open(asPhone);
});
afterAll(async () => {
  process.stdout.write(`the day of an 执委 in a browser: ${JSON.stringify(member.count)}\n`);
  await browser.close();
  await service.stop();
});

describe('the day of an 执委, in a browser', () => {
  it('begins with one sync', async () => {
    await member.go('/staff/sign-in/index');
    await member.tap(/郑春兰/);
    await member.page.getByRole('heading', { name: '工作台' }).waitFor();
    await member.tap('执委工作');
    await member.sees(/都传上去了/);
    await home();
    visitsBefore = (await storedVisits()).length;
    expect(visitsBefore).toBeGreaterThan(10);
    // What the tab fetches ahead, so that every page opens without a network.
    await member.page.waitForLoadState('networkidle');
  });

  it('goes on in flight mode: a visit in five taps', async () => {
    await airplane(true);
    await member.sees(/没有网络，照样能记/);
    const before = member.count.taps;

    await member.tap('记走访');
    await who(0);
    await member.tap('上门', 'radio');
    await member.tap('保存');
    await member.sees('记下了，存在手机里。有网会自动上传。');
    await member.tap('好了');
    await home();

    expect(member.count.taps - before + 1).toBe(5);
    await member.sees(/1 条存在手机里，还没上传。最早是今天 .*有网自动上传/);
  });

  it('turns a need into a ticket with her yes, and shows the digits to copy', async () => {
    await member.tap('记走访');
    await who(1);
    await member.tap('电话', 'radio');
    await member.tap('劳动权益', 'checkbox');
    await member.type(/^劳动权益：说几句/, told);
    await member.tap('高风险', 'radio');
    await member.tap('保存');
    await member.tap('转求助，劳动权益');
    await member.tap('她同意了', 'checkbox');
    await member.tap('转求助');
    const digits = member.page.getByRole('img', { name: /^(\d ?){4}，/ });
    claimCode = String(await digits.getAttribute('aria-label')).replace(/\D/g, '');
    await member.tap('她抄好了');
    await member.sees('已转求助');
    await member.tap('好了');
    await home();

    expect(claimCode).toMatch(/^\d{20}$/);
    const left = await member.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(left).not.toContain(told);
    expect(left).not.toContain(claimCode);
  });

  it('loses neither what is saved nor what is being typed when the app is killed', async () => {
    await member.tap('记走访');
    await who(2);
    await member.tap('保存');
    await member.sees('! 选一下怎么聊的。');
    await member.tap('到单位', 'radio');
    await member.tap('保存');
    await member.tap('好了');
    await member.tap('记走访');
    await who(3);
    await member.type(/^备注/, unfinished);
    await member.sees(/4 条存在手机里/);
    await member.page.goto('about:blank');

    await airplane(false);
    await member.go('/committee/work/index');
    await member.sees(/都传上去了/);
    await member.tap(/^接着记走访/);

    const note = member.page.getByRole('textbox', { name: /^备注/ }).last();
    expect(await note.inputValue()).toBe(unfinished);
    await member.tap('上门', 'radio');
    await member.tap('保存');
    await member.tap('好了');
    await home();
  });

  it('takes a late entry and marks it', async () => {
    await member.tap('记走访');
    await who(4);
    await member.tap('上门', 'radio');
    await member.tap('选一天', 'radio');
    await member.type('别的日子', addDays(dayOf(Date.now()), -20));
    await member.tap('就这天');
    await member.sees(/会标上“补记”/);
    await member.tap('保存');
    await member.page.getByText('补记', { exact: true }).last().waitFor();
    await member.sees(/都传上去了/);

    const visits = await storedVisits();
    expect(visits).toHaveLength(visitsBefore + 5);
    expect(visits.filter(({ mark }) => mark === 'late').length).toBeGreaterThan(0);
    expect(member.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  });

  it('is a ticket on the desk of her village, with its risk and without her name', async () => {
    const staff = await open(asDesk);
    await staff.go('/staff/sign-in/index');
    await staff.tap(/李月娥/);
    await staff.tap(/^高风险，劳动权益，已收到/);

    await staff.sees(told);
    expect(staff.faults).toEqual([]);
    await staff.close();
  });

  it('is hers to read with the digits that she copied down', async () => {
    const her = await open(asPhone);
    await her.go('/women/claim/index');
    await her.type('20 位数字', claimCode);
    await her.tap('看答复');

    await her.sees(told);
    await her.close();
  });

  it('ends a link by her word: with the next sync she is off the list', async () => {
    await member.go('/committee/work/index');
    await member.sees(/^24 位/);
    const her = await open(asPhone);
    await her.go('/women/link/index');
    await her.type('20 位数字', knownCard);
    await her.tap('打开');
    await her.tap(/^结束联系/);
    await her.tap('确定结束');
    await her.sees(/马上算数/);
    await her.close();

    await member.tap(/^未上传/);
    await member.tap('现在上传');
    await member.sees(/都传上去了/);
    await member.go('/committee/work/index');

    await member.sees(/^23 位/);
  });
});
