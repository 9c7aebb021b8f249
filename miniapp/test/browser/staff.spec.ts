import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { aDeskActivity, aDeskJob, aHome, aTicket, staff } from '../desk';
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

const message = {
  id: 'M',
  from: 'her',
  internal: false,
  authorName: null,
  text: '他又打我。',
} as const;
const writtenAt = '2026-11-22T09:00:00+08:00';
const ticket = aTicket({
  inDanger: true,
  notVillage: true,
  risk: 'danger',
  safeContact: { way: 'call', phone: '13800000000', when: '上午9点到11点', codeWord: '木棉' },
  messages: [{ ...message, writtenAt }],
  events: [{ at: writtenAt, who: staff.displayName, what: 'read', to: null, note: null }],
});
const page = <T>(item: T) => ({ items: [item], next: null });

const answers: Record<string, unknown> = {
  '/me': staff,
  '/demonstration/people': page({ id: 'p', name: staff.displayName, role: '霞美村妇联 工作人员' }),
  '/desk/case-tickets': page(ticket),
  '/desk/case-tickets/T1': ticket,
  '/desk/womens-homes': page(aHome()),
  '/desk/womens-homes/H1': aHome(),
  '/desk/activities': page(aDeskActivity()),
  '/desk/activities/A1': aDeskActivity({ waiting: 2 }),
  '/desk/jobs': page(aDeskJob()),
  '/desk/jobs/J1': aDeskJob(),
};

/** These looks need no service: its answers are the same as in the tests by clicking. */
async function answer(page: Page): Promise<void> {
  await page.route('**/api/v1/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
    return route.fulfill({ json: answers[path] });
  });
  await page.addInitScript(() => localStorage.setItem('session', '{"data":"token"}'));
}

async function faultsOf({ page }: H5, leastTap: number): Promise<string[]> {
  const normal = [
    await axeFaults(page),
    await smallTaps(page, leastTap),
    await boxesWithoutLabel(page),
    await clippedText(page),
  ];
  await scaleText(page, 2);
  return [...normal, await clippedText(page)].flat();
}

const pages = [
  ['/staff/sign-in/index', '示例'],
  ['/staff/desk/index', '家暴'],
  ['/staff/case-ticket/index?id=T1', '他又打我'],
  ['/staff/womens-homes/index', '霞美路'],
  ['/staff/womens-home/index?id=H1', '每周开放时间'],
  ['/staff/activities/index', '剪纸课'],
  ['/staff/activity/index', '名额'],
  ['/staff/activity/index?id=A1', '看报名名单'],
  ['/staff/jobs/index', '缝纫工'],
  ['/staff/job/index', '加一种班次'],
  ['/staff/job/index?id=J1', '看预约名单'],
] as const;
const looks: [string, Omit<Look, 'baseUrl'>, number][] = [
  ['light', {}, 44],
  ['narrow-elder', { width: 320, height: 568, textSize: 'elder' }, 60],
  ['wide-dark', { width: 1280, height: 800, colorScheme: 'dark' }, 44],
];

describe.each(looks)('for staff in a browser, %s', (name, look, leastTap) => {
  it.each(pages)('%s can be read, heard and tapped', async (address, words) => {
    const h5 = await openH5(browser, { baseUrl, ...look });
    await answer(h5.page);
    await h5.go(address);
    await h5.page.getByText(words).first().waitFor();
    await h5.shot(`${name}${address.replace(/\W/g, '-')}`);

    expect(await faultsOf(h5, leastTap)).toEqual([]);
    await h5.close();
  });
});

describe('a home with many faults', () => {
  it('lists them on top and leads to each', async () => {
    const h5 = await openH5(browser, { baseUrl });
    await answer(h5.page);
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
    expect(await faultsOf(h5, 44)).toEqual([]);
    await h5.close();
  });
});
