import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { claimCode, claimedTicket, nearestHome, theHome, town } from '../her';
import { aBooking, aJob, anActivity, aRegistration, aShift } from '../her-days';
import { launchBrowser, openH5, type H5, type Look } from './browser';
import { axeFaults } from './checks/axe';
import { boxesWithoutLabel, clippedText, scaleText } from './checks/layout';
import { smallTaps } from './checks/touch';
import { serveH5 } from './serve-h5';

let browser: Browser;
let server: Server;
let baseUrl: string;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ server, baseUrl } = await serveH5());
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const list = (...items: unknown[]) => ({ items, next: null });
const county = { ...town, code: '350583', name: '南安市', level: 'county' };

const answers: Record<string, unknown> = {
  '/divisions': list(county, town),
  '/womens-homes': list(theHome),
  '/womens-homes/nearest': list(nearestHome),
  '/womens-homes/H1': theHome,
  '/federations/F1/chain': list({ name: '南安市妇联' }, { name: '山美村妇联' }),
  '/case-tickets': { id: 'T1', claimCode },
  '/case-tickets/claim': claimedTicket,
  '/activities': list(anActivity(), anActivity({ id: 'A2', seatsLeft: 0 })),
  '/activities/A1': anActivity(),
  '/activities/A2': anActivity({ id: 'A2', state: 'cancelled', cancelReason: '台风来了。' }),
  '/activities/A1/registrations': aRegistration({ state: 'waiting', waitingBefore: 3 }),
  '/jobs': list(aJob()),
  '/jobs/J1': aJob({ shifts: [aShift(), aShift({ id: 'S2', placesLeft: 0 })] }),
  '/shifts/S1/bookings': aBooking(),
  '/demonstration/people': list({ id: 'woman', name: '示例·李阿珍', role: '群众，没有任职' }),
  '/sessions': { token: 'token', account: { id: 'her' } },
  '/me': { id: 'her', displayName: '示例·李阿珍', isInvented: true, posts: [] },
  '/me/notifications': {
    ...list({
      id: 'N1',
      kind: 'registration_promoted',
      text: '轮到您了。11月26日的活动有您的名额。',
      aboutId: 'A1',
      createdAt: '2026-11-22T09:00:00+08:00',
      readAt: null,
    }),
    unread: 1,
  },
  '/me/registrations': list(aRegistration(), aRegistration({ id: 'R2', state: 'waiting' })),
  '/me/bookings': list(aBooking()),
  '/me/sessions': list({
    id: 'there',
    createdAt: '2026-11-20T09:00:00+08:00',
    lastUsedDay: '2026-11-22',
    isCurrent: false,
  }),
  '/me/data': {
    madeAt: '2026-11-22T09:00:00+08:00',
    parts: [
      { name: '活动报名', fields: { 活动: '知道您报了哪个活动。' }, rows: [{ 活动: '包粽子' }] },
    ],
  },
  '/me/case-tickets': list({
    id: 'K1',
    title: '11月26日收进的一件事',
    state: 'answered',
    keptDay: '2026-11-26',
  }),
};

/** These looks need no service: its answers are the same as in the tests by clicking. */
async function answer(page: Page): Promise<void> {
  await page.route('**/api/v1/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
    return route.fulfill({ json: answers[path] });
  });
  await page.addInitScript((data) => {
    localStorage.setItem('town', JSON.stringify({ data }));
  }, town);
}

const tap = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).last().click();

async function ask(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '家里有人打骂' }).click();
  await page.getByRole('textbox').fill('他又动手了');
  await tap(page, '送出');
  await page.getByText('明天来找林姐').waitFor();
}

async function claim(page: Page): Promise<void> {
  await page.getByRole('textbox').fill(claimCode);
  await tap(page, '看答复');
  await page.getByText('明天来找林姐').waitFor();
}

async function map(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '地图' }).click();
  await page.getByRole('img', { name: /地图/ }).waitFor();
}

/** She signs in inside the act: what is hers stands behind this tap. */
async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await tap(page, /李阿珍/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function wait(page: Page): Promise<void> {
  await tap(page, '我要报名');
  await tap(page, /李阿珍/);
  await page.getByRole('button', { name: '报名', exact: true }).click();
  await page.getByRole('heading', { name: '排上队了' }).waitFor();
}

async function fillBooking(page: Page): Promise<void> {
  await tap(page, /还有 2 位/);
  await tap(page, /李阿珍/);
  await page.getByRole('checkbox', { name: /同意把姓名和电话/ }).click();
  await page.getByRole('button', { name: '预约', exact: true }).click();
  await page.getByText('填一下您的姓名。').waitFor();
}

const hers =
  (words: string) =>
  async (page: Page): Promise<void> => {
    await signIn(page);
    await page.getByText(words).first().waitFor();
  };

const opened: [string, string, (page: Page) => Promise<void>][] = [
  ['the list', '/pages/home/index', (page) => page.getByText(theHome.name).first().waitFor()],
  ['the map', '/pages/home/index', map],
  ['the filters', '/pages/home/index', (page) => tap(page, /按种类和服务选/)],
  ['the towns', '/women/town/index?unknown=1', (page) => page.getByText('霞美镇').waitFor()],
  ['a home', '/women/womens-home/index?id=H1', (page) => page.getByText('谁在管').waitFor()],
  ['what is missing', '/women/ask/index', (page) => tap(page, '送出')],
  ['the claim code', '/women/ask/index', ask],
  ['the answer', '/women/claim/index', claim],
  ['activities', '/pages/activities/index', (page) => page.getByText('包粽子').first().waitFor()],
  ['the days', '/pages/activities/index', (page) => page.getByText('选日子').click()],
  ['what was cancelled', '/women/activity/index?id=A2', (page) => page.getByText('台风').waitFor()],
  ['her place in the queue', '/women/activity/index?id=A1', wait],
  ['posts', '/pages/jobs/index', (page) => page.getByText('16:30 前下班').click()],
  ['a shift', '/women/job/index?id=J1', fillBooking],
  ['what is hers', '/pages/mine/index', hers('1 条未读')],
  ['her messages', '/women/inbox/index', hers('轮到您了')],
  ['her registrations', '/women/registrations/index', hers('候补中')],
  ['her bookings', '/women/bookings/index', hers('已预约')],
  ['where she is signed in', '/women/sessions/index', hers('另一处')],
  ['her data', '/women/my-data/index', hers('知道您报了')],
  ['leaving', '/women/leave/index', hers('会删掉的')],
];
const looks: [string, Omit<Look, 'baseUrl'>, number][] = [
  ['light', {}, 44],
  ['dark', { colorScheme: 'dark' }, 44],
  ['elder', { textSize: 'elder' }, 60],
  ['wide', { width: 1280, height: 800 }, 44],
];

async function faultsOf({ page, faults }: H5, leastTap: number): Promise<string[]> {
  const normal = [
    await axeFaults(page),
    await smallTaps(page, leastTap),
    await boxesWithoutLabel(page),
    await clippedText(page),
  ];
  await scaleText(page, 2);
  return [...normal, await clippedText(page), faults].flat();
}

describe.each(looks)('her pages in a browser, %s', (_look, look, leastTap) => {
  it.each(opened)('%s can be read, heard and tapped', async (_name, address, open) => {
    const h5 = await openH5(browser, { baseUrl, ...look });
    await answer(h5.page);

    await h5.go(address);
    await open(h5.page);

    expect(await faultsOf(h5, leastTap)).toEqual([]);
    await h5.close();
  });
});

it.each([1, 2])('has 我要求助 in view without scrolling, text ×%d', async (scale) => {
  const h5 = await openH5(browser, { baseUrl, width: 375, height: 812 });
  await answer(h5.page);
  await h5.go('/pages/home/index');
  await h5.page.getByText(theHome.name).first().waitFor();
  await scaleText(h5.page, scale);

  const box = await h5.page.getByRole('button', { name: '我要求助' }).boundingBox();
  const tabs = await h5.page.locator('.weui-tabbar').boundingBox();

  expect(box!.y + box!.height).toBeLessThanOrEqual(tabs!.y);
  await h5.close();
});

it('has the last button of the filters above the tab bar', async () => {
  const h5 = await openH5(browser, { baseUrl, width: 375, height: 812 });
  await answer(h5.page);
  await h5.go('/pages/home/index');
  await tap(h5.page, /按种类和服务选/);

  await tap(h5.page, '选好了');

  expect(await h5.page.getByRole('dialog').count()).toBe(0);
  await h5.close();
});
