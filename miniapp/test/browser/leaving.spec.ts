import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { launchBrowser, openH5, type H5 } from './browser';
import { serveH5 } from './serve-h5';

let browser: Browser;
let server: Server;
let baseUrl: string;
let h5: H5;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ server, baseUrl } = await serveH5());
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const told = '他昨天又打我';
const withinMs = 100;

beforeEach(async () => {
  h5 = await openH5(browser, { baseUrl });
  await h5.go('/pages/home/index');
  await h5.page.getByRole('button', { name: '我要求助' }).click();
  await h5.page.getByRole('textbox', { name: '发生了什么' }).fill(told);
});
afterEach(() => h5.close());

describe('quick exit in a browser', () => {
  it('hides the page within 100 ms and ends on the page about the weather', async () => {
    const hiddenAfterMs = await h5.page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(
        (each) => each.textContent === '快速离开',
      );
      const start = performance.now();
      button?.click();
      return document.body.checkVisibility() ? Infinity : performance.now() - start;
    });
    await h5.page.waitForURL(/weather\.html$/);

    expect(hiddenAfterMs).toBeLessThan(withinMs);
    expect(await h5.page.title()).toBe('天气小常识');
    expect(await h5.page.content()).not.toMatch(/娘家|求助/);
    expect(await h5.page.evaluate(() => JSON.stringify(localStorage))).not.toContain(told);
  });

  it('leaves on three presses of Shift', async () => {
    for (let press = 0; press < 3; press += 1) await h5.page.keyboard.press('Shift');

    await h5.page.waitForURL(/weather\.html$/);
  });

  it('shows no help page again by going back, however many she had open', async () => {
    await h5.page.evaluate(() => (location.hash = '#/women/claim/index'));
    await h5.page.waitForURL(/claim/);
    await h5.page.getByRole('button', { name: '快速离开' }).click();
    await h5.page.waitForURL(/weather\.html$/);

    await h5.page.goBack();
    await h5.page.getByRole('heading', { name: '离您最近的娘家' }).waitFor();

    expect(h5.page.url()).not.toMatch(/ask|claim/);
    expect(await h5.page.content()).not.toContain(told);
  });
});
