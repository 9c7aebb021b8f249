import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { launchBrowser, openH5 } from './browser';
import { axeFaults } from './checks/axe';
import { clippedText } from './checks/layout';
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

describe('a home with many faults', () => {
  it('lists them on top and leads to each', async () => {
    const h5 = await openH5(browser, { baseUrl });
    await answerAll(h5.page, {});
    await h5.go('/staff/womens-home/index?id=H1');
    await h5.page.getByLabel('名称').fill('');
    await h5.page.getByRole('button', { name: /^周三/ }).click();
    await h5.page.getByLabel('关门').fill('25点');
    await h5.page.getByRole('button', { name: '保存' }).click();
    await h5.page.getByText('有 2 处要改').waitFor();
    await h5.shot('light-staff-womens-home-faults');

    await h5.page.getByRole('button', { name: /^周三：/ }).click();

    const focused = await h5.page.evaluate(() =>
      document.activeElement?.getAttribute('aria-label'),
    );
    expect(focused).toMatch(/^周三/);
    expect(await axeFaults(h5.page)).toEqual([]);
    expect(await clippedText(h5.page)).toEqual([]);
    await h5.close();
  });
});
