import type { Browser, Route } from 'playwright-core';
import { town } from '../her';
import { startService, type Service } from '../service';
import { poster, setHours } from '../xiamei';
import { launchBrowser } from './browser';
import { visit, type Visitor } from './visitor';

const told = '三个月没有发工资';
const ofEarlier = /没有网络。下面是(今天|\d+月\d+日) \d{1,2}:\d\d 的内容。/;
const homeCard = `/women/womens-home/index?scene=${poster.code}`;

let service: Service;
let browser: Browser;
let her: Visitor;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  await setHours(service);
});
beforeEach(async () => {
  her = await visit(browser, { baseUrl: service.origin });
  await her.page.addInitScript((hers) => {
    localStorage.setItem('town', JSON.stringify({ data: hers }));
  }, town);
});
afterEach(() => her.close());
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const homes = () => her.page.getByRole('link', { name: /看详情$/ });
const network = (there: boolean) => her.page.context().setOffline(!there);

/** Holds what is sent there until it is let go. */
async function hold(path: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await her.page.route(`**/api/v1${path}`, (route) => void held.push(route));
  return async () => {
    await Promise.all(held.map((route) => route.continue()));
    await her.page.unroute(`**/api/v1${path}`);
  };
}

async function writes(): Promise<void> {
  await her.go(`/women/ask/index?divisionCode=${town.code}`);
  await her.tap('劳动权益', 'radio');
  await her.type('发生了什么', told);
}
const received = () => her.page.getByRole('heading', { name: '收到了' }).waitFor();

it('slow: says that it is still being sent, and a second tap sends nothing more', async () => {
  await writes();
  const letGo = await hold('/case-tickets');

  await her.tapTwice('送出');
  await her.sees(/^网络有点慢，还在.+，别急。$/);
  await letGo();
  await received();

  expect(her.sentTo('POST', '/case-tickets')).toBe(1);
});

it('cancelled while it takes long: what she wrote stays, and sent again it is one request', async () => {
  await writes();
  const codes: string[] = [];
  await her.page.route('**/api/v1/case-tickets', async (route) => {
    const reply = await route.fetch();
    codes.push(((await reply.json()) as { claimCode: string }).claimCode);
    if (codes.length > 1) await route.fulfill({ response: reply });
  });

  await her.tap('送出');
  await her.tap('取消提交');
  await her.sees('没有再等，您填的都还在。要是已经送到了，再提交也只算一次。');
  expect(await her.page.getByRole('textbox', { name: '发生了什么' }).inputValue()).toBe(told);
  await her.tap('送出');
  await received();

  expect(codes).toHaveLength(2);
  expect(codes[0]).toBe(codes[1]);
});

it('lost while sending: what she wrote stays, and goes once when the network is back', async () => {
  await writes();
  await network(false);
  await her.tap('送出');
  await her.sees('没有网络，您填的都还在。有网了再试一次。');
  expect(await her.page.getByRole('textbox', { name: '发生了什么' }).inputValue()).toBe(told);

  await network(true);
  await her.tapTwice('送出');
  await received();

  expect(her.sentTo('POST', '/case-tickets')).toBe(2);
});

it('an answer lost on the way: tapped again, it is one request for help', async () => {
  await writes();
  const keys: (string | undefined)[] = [];
  const codes: string[] = [];
  await her.page.route('**/api/v1/case-tickets', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    const reply = await route.fetch();
    codes.push(((await reply.json()) as { claimCode: string }).claimCode);
    await (keys.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: reply }));
  });

  await her.tap('送出');
  await her.sees('没有网络，您填的都还在。有网了再试一次。');
  await her.tap('送出');
  await received();

  expect(new Set(keys).size).toBe(1);
  expect(codes).toHaveLength(2);
  expect(codes[0]).toBe(codes[1]);
});

it('none at the start: what was read before is there, of that time, and anew when it is back', async () => {
  await her.go('/pages/home/index');
  await homes().first().waitFor();
  const names = await homes().allInnerTexts();

  // The pages themselves come from the disk of the phone; the service is not reached.
  await her.page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await her.page.reload();
  await her.sees(ofEarlier);
  expect(await homes().allInnerTexts()).toEqual(names);

  await her.page.unroute('**/api/**');
  await network(false);
  await network(true);
  await her.page.getByText(ofEarlier).waitFor({ state: 'detached' });
  expect(await homes().allInnerTexts()).toEqual(names);
});

it('lost while reading: the page stays, says so, and needs nothing of her when it is back', async () => {
  await her.go(homeCard);
  const heading = her.page.getByRole('heading', { level: 1, name: poster.home });
  await heading.waitFor();

  await network(false);
  await her.sees('没有网络。能看已打开的内容，有网了再提交。');
  expect(await heading.isVisible()).toBe(true);
  expect(await her.page.getByText(/12338/).first().isVisible()).toBe(true);

  await network(true);
  await her.page.getByText('没有网络。能看已打开的内容').waitFor({ state: 'detached' });
  expect(await heading.isVisible()).toBe(true);
});
