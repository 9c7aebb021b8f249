import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { launchBrowser, openH5, type Look } from './browser';
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

const pages = ['home', 'mine', 'weather'].map((name) => `/pages/${name}/index`);
pages.push('/women/ask/index');
const looks: [string, Omit<Look, 'baseUrl'>, number][] = [
  ['light', {}, 44],
  ['dark', { colorScheme: 'dark' }, 44],
  ['elder', { textSize: 'elder' }, 60],
  ['wide', { width: 1280, height: 800 }, 44],
];

describe.each(looks)('in a browser, %s', (name, look, leastTap) => {
  it.each(pages)('%s can be read, heard and tapped', async (address) => {
    const h5 = await openH5(browser, { baseUrl, ...look });
    await h5.go(address);
    await h5.shot(`${name}${address.replace(/\W/g, '-')}`);

    expect(await axeFaults(h5.page)).toEqual([]);
    expect(await smallTaps(h5.page, leastTap)).toEqual([]);
    expect(await boxesWithoutLabel(h5.page)).toEqual([]);
    expect(await clippedText(h5.page)).toEqual([]);
    await scaleText(h5.page, 2);
    expect(await clippedText(h5.page)).toEqual([]);
    await h5.close();
  });
});

describe('the page that stays after leaving', () => {
  it('loads nothing and runs nothing', async () => {
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));

    await page.goto(`${baseUrl}weather.html`);

    expect(loaded).toEqual([`${baseUrl}weather.html`]);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.content()).not.toMatch(/娘家|妇女|妇联|求助/);
    await page.close();
  });
});
