import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
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
