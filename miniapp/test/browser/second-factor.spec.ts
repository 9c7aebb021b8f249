import type { Browser } from 'playwright-core';
import { theTen, words } from '../desk-day';
import { startService, type Service } from '../service';
import { launchBrowser } from './browser';
import { visit, type Visitor } from './visitor';

let service: Service;
let browser: Browser;
let staff: Visitor;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  await theTen(service);
  staff = await visit(browser, { baseUrl: service.origin, width: 375, height: 812 });
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

it('asks an invented person to sign in again before what is grave, and keeps what she wrote', async () => {
  const { tap, type, sees } = staff;
  const reason = staff.page.getByRole('textbox', { name: '为什么交过去' });
  await staff.go('/staff/sign-in/index');
  await tap(/吴晓燕/);
  await tap(/财产土地，.*收到：/);
  await tap('交给别的妇联');
  await tap(/^霞美镇妇联/, 'radio');
  await tap('看它下面的');
  await tap('霞美村妇联', 'radio');
  await type('为什么交过去', words.handOver);
  await service.goAhead();
  await tap('请那边接手');

  await sees(/这一步要紧，要再验证一次/);
  expect(await reason.isVisible()).toBe(false);
  await tap('去验证');
  await tap('再登录一次');

  await sees(/验证好了，您填的都还在/);
  expect(await reason.inputValue()).toBe(words.handOver);
  await tap('请那边接手');
  await sees('请霞美村妇联接手，还没有回话');
  // The one that the service refused, as it should.
  expect(staff.faults.filter((fault) => !/401/.test(fault))).toEqual([]);
});
