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
import { startWeChat, type WeChat } from '../wechat';
import { bootWeapp, type WeappPhone } from './phone';
import { staffPhone } from './staff-phone';

let wechat: WeChat;
let service: Service;
let her: WeappPhone;
let staff: WeappPhone;
let giveBack: () => Promise<void>;

beforeAll(async () => {
  wechat = await startWeChat();
  service = await startService(wechat.app);
  her = await bootWeapp({ api: service.origin, loginCode: () => wechat.code('o-of-her') });
  staff = await staffPhone(service, 'town-staff');
});
afterAll(async () => {
  process.stdout.write(`joining in WeChat: ${JSON.stringify({ taps: her.taps })}\n`);
  await service.stop();
  await wechat.stop();
});

describe('an activity with one seat, in WeChat', () => {
  it('is written and published by the staff of the town', async () => {
    await staff.open('/staff/desk/index');
    await staff.until('工作台');
    await staff.tap('别的工作');
    await writeActivity(staff);

    await staff.until('大家看得到，能报名。');
  });

  it('is full when she finds it; she signs in where she is and waits', async () => {
    giveBack = await takeTheSeat(service);
    await her.open('/pages/home/index');
    await her.tab('活动');
    await her.tap(activityTitle);
    await her.tap('排队等候');
    await her.tap('用微信登录');
    await her.until('几个人来？');
    await her.tap('排队');

    await her.until('排上队了');
    await her.until('您是下一个');
    expect(her.calls.filter(([name]) => name === 'login')).toHaveLength(1);
    expect(await wechat.exchanges()).toBe(1);
  });

  it('becomes hers when the other woman cannot come, and her inbox says so', async () => {
    await giveBack();
    await her.open('/pages/mine/index');
    await her.tap('消息，1 条未读');
    await her.tap(`“${activityTitle}”空出了名额`);

    await her.until('您报上名了');
  });

  it('is given back by her, and her staff sees it', async () => {
    await her.tap('取消报名');
    await her.tap('确定取消');
    await her.until('取消了');
    await staff.tap('看报名名单');

    // WeChat tells no name.
    await staff.until('微信用户');
    expect(staff.text().match(/已取消/g)).toHaveLength(2);
  });
});

describe('a shift with one place, in WeChat', () => {
  it('is published only without what the law forbids to write', async () => {
    await staff.open('/staff/desk/index');
    await staff.tap('别的工作');
    await writeJob(staff);
    await staff.tap(shiftWeekday());
    await staff.type('做什么', '搬布料，男性优先');
    await staff.tap('发布');
    await staff.until('妇女权益保障法第四十三条第一项');
    await staff.type('做什么', '搬布料，会教');
    await staff.tap('发布');

    await staff.until('大家看得到，能预约。');
  });

  it('is found by when she has to fetch her child, and booked', async () => {
    await her.open('/pages/jobs/index');
    await her.tap('16:30 前下班');
    await her.tap(jobTitle);
    await her.tap('08:30–16:00，还有 1 位，接得到孩子');
    await her.tap('同意把姓名和电话告诉用工单位');
    await her.type('姓名', contact.name);
    await her.type('电话', contact.phone);
    await her.tap('预约');

    await her.until('约上了');
  });

  it('shows whoever employs her the name and phone that she agreed to', async () => {
    await staff.tap('看预约名单');

    await staff.until(contact.phone);
  });

  it('is given back from 我的, and free again', async () => {
    await her.tap('看我的预约');
    await her.tap(jobTitle);
    await her.tap('取消预约');
    await her.until('取消了');
    await her.tap('回到这个岗位');

    await her.until('还有 1 位');
  });
});
