import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { launchBrowser, openH5 } from './browser';
import { answerAll } from './every-page';
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

describe('a page that is drawn slowly', () => {
  it('leaves the focus where she put it', async () => {
    const h5 = await openH5(browser, { baseUrl });
    await h5.page.addInitScript(() => {
      window.requestAnimationFrame = (act) =>
        window.setTimeout(() => act(performance.now()), 1_000);
    });
    await answerAll(h5.page, {});
    await h5.page.goto(`${baseUrl}#/staff/womens-home/index?id=H1`);
    const name = h5.page.getByLabel('名称');

    await name.focus();
    await h5.page.waitForTimeout(3_000);

    expect(await name.evaluate((box) => box === document.activeElement)).toBe(true);
    await h5.close();
  });
});
