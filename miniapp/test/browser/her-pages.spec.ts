import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { theHome } from '../her';
import { launchBrowser, openH5 } from './browser';
import { scaleText } from './checks/layout';
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

it.each([1, 2])('has 我要求助 in view without scrolling, text ×%d', async (scale) => {
  const h5 = await openH5(browser, { baseUrl, width: 375, height: 812 });
  await answerAll(h5.page, {});
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
  await answerAll(h5.page, {});
  await h5.go('/pages/home/index');
  await h5.page.getByRole('button', { name: /按种类和服务选/ }).click();

  await h5.page.getByRole('button', { name: '选好了' }).click();

  expect(await h5.page.getByRole('dialog').count()).toBe(0);
  await h5.close();
});
