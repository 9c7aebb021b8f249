import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { claimCode, claimedTicket, nearestHome, theHome, town } from '../her';
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

const opened: [string, string, (page: Page) => Promise<void>][] = [
  ['the list', '/pages/home/index', (page) => page.getByText(theHome.name).waitFor()],
  ['the map', '/pages/home/index', map],
  ['the filters', '/pages/home/index', (page) => tap(page, /按种类和服务选/)],
  ['the towns', '/women/town/index?unknown=1', (page) => page.getByText('霞美镇').waitFor()],
  ['a home', '/women/womens-home/index?id=H1', (page) => page.getByText('谁在管').waitFor()],
  ['what is missing', '/women/ask/index', (page) => tap(page, '送出')],
  ['the claim code', '/women/ask/index', ask],
  ['the answer', '/women/claim/index', claim],
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
  await h5.page.getByText(theHome.name).waitFor();
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
