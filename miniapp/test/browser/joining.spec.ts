import type { EmployersBooking, Page } from '@niangjia/shared';
import type { Browser } from 'playwright-core';
import {
  activityTitle,
  contact,
  jobTitle,
  shiftWeekday,
  takeTheSeat,
  writeActivity,
  writeJob,
} from '../joining';
import { startService, type Service } from '../service';
import { launchBrowser } from './browser';
import { visit, type Visitor } from './visitor';

let service: Service;
let browser: Browser;
let her: Visitor;
let staff: Visitor;
let giveBack: () => Promise<void>;

const heading = (person: Visitor, name: string) =>
  person.page.getByRole('heading', { name }).last().waitFor();

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  const baseUrl = service.origin;
  her = await visit(browser, { baseUrl, width: 375, height: 812 });
  staff = await visit(browser, { baseUrl, width: 1280, height: 800 });
});
afterAll(async () => {
  process.stdout.write(`joining in a browser: ${JSON.stringify(her.count)}\n`);
  await browser.close();
  await service.stop();
});

describe('an activity with one seat, in a browser', () => {
  it('is written and published by the staff of the town', async () => {
    await staff.go('/staff/sign-in/index');
    await staff.tap(/吴晓燕/);
    await heading(staff, '工作台');
    await writeActivity(staff);

    await staff.sees('现在是“正在报名”：大家看得到，能报名。');
  });

  it('is full when she finds it; she signs in where she is and waits', async () => {
    giveBack = await takeTheSeat(service);
    await her.go('/pages/home/index');
    await her.tap('活动', 'link');
    await her.tap(new RegExp(`^${activityTitle}`), 'link');
    await her.tap('排队等候');
    await her.tap(/李阿珍/);
    await her.tap('排队');

    await heading(her, '排上队了');
    await her.sees(/您是下一个/);
    expect(her.sentTo('POST', '/sessions')).toBe(1);
  });

  it('becomes hers when the other woman cannot come, and her inbox says so', async () => {
    await giveBack();
    await her.go('/pages/mine/index');
    await her.tap('消息，1 条未读');
    await her.tap(new RegExp(`“${activityTitle}”空出了名额`));

    await heading(her, '您报上名了');
  });

  it('is given back by her, and her staff sees it', async () => {
    await her.tap('取消报名');
    await her.tap('确定取消');
    await heading(her, '取消了');
    await staff.tap('看报名名单');

    await staff.sees(contact.name);
    expect(await staff.page.getByText('已取消').count()).toBe(2);
  });
});

describe('a shift with one place, in a browser', () => {
  it('is written and published', async () => {
    await staff.go('/staff/desk/index');
    await writeJob(staff);
    await staff.tap(shiftWeekday(), 'checkbox');
    await staff.tap('发布');

    await staff.sees('现在是“招人中”：大家看得到，能预约。');
  });

  it('is found by when she has to fetch her child, and booked', async () => {
    await her.go('/pages/jobs/index');
    await her.tap('16:30 前下班', 'radio');
    await her.tap(new RegExp(`^${jobTitle}`), 'link');
    await her.tap(/08:30–16:00，还有 1 位，接得到孩子/);
    await her.tap('要', 'radio');
    await her.tap('同意把姓名和电话告诉用工单位', 'checkbox');
    await her.type('姓名', contact.name);
    await her.type('电话', contact.phone);
    await her.tap('预约');

    await heading(her, '约上了');
  });

  it('shows whoever employs her the name and phone that she agreed to, and no more', async () => {
    const answered = staff.page.waitForResponse(/\/bookings/);
    await staff.tap('看预约名单');
    await staff.sees(contact.phone);

    const { items } = (await (await answered).json()) as Page<EmployersBooking>;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ ...contact, state: 'booked', remark: null });
    const known = ['id', 'shiftId', 'startsAt', 'endsAt', 'state', 'name', 'phone', 'remark'];
    expect(Object.keys(items[0]!).sort()).toEqual(known.sort());
  });

  it('is given back from 我的, and free again', async () => {
    await her.tap('看我的预约');
    await her.tap(new RegExp(`^${jobTitle}，已预约`));
    await her.tap('取消预约');
    await heading(her, '取消了');
    await her.tap('回到这个岗位');

    await her.page
      .getByRole('button', { name: /还有 1 位/ })
      .last()
      .waitFor();
  });

  it('met no fault of a page', () => {
    expect([...her.faults, ...staff.faults]).toEqual([]);
  });
});
