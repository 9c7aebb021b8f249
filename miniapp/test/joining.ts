import {
  addDays,
  dayOf,
  weekdayOf,
  type Activity,
  type MyRegistration,
  type Page,
  type Session,
} from '@niangjia/shared';
import { poster } from './xiamei';
import type { Service } from './service';

/** Whoever writes at a desk, in a browser or in WeChat. */
interface Hand {
  tap(words: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
}

export const activityTitle = '学做糍粑';
export const jobTitle = '缝书包带';
export const contact = { name: '示例·李阿珍', phone: '13800000000' };

const homeInWords = `${poster.home}，南安市霞美镇霞美村（示例地址）`;
const tomorrow = (): string => addDays(dayOf(Date.now()), 1);
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** The weekday of tomorrow's shift, as its chip says it. */
export const shiftWeekday = (): string => weekdays[weekdayOf(tomorrow()) - 1] ?? '';

async function choosePlace(hand: Hand): Promise<void> {
  await hand.tap('从妇女之家里选');
  await hand.tap(homeInWords);
}

/** From the desk to an activity tomorrow for one woman, published. */
export async function writeActivity(hand: Hand): Promise<void> {
  await hand.tap('活动');
  await hand.tap('新建活动');
  await hand.type('名称', activityTitle);
  await hand.type('介绍', '糯米有，带围裙来。');
  await hand.type('名额', '1');
  await hand.type('开始日期', tomorrow());
  await hand.type('开始时间', '2300');
  await hand.type('结束时间', '24:00');
  await choosePlace(hand);
  await hand.tap('发布');
}

/** From the desk to a post with one shift tomorrow; its weekday and publishing are left to do. */
export async function writeJob(hand: Hand): Promise<void> {
  await hand.tap('妈妈岗');
  await hand.tap('新建岗位');
  await hand.type('岗位', jobTitle);
  await hand.type('用工方', '示例·裕远包袋');
  await hand.type('做什么', '缝书包带，会教。');
  await hand.type('怎么照顾妈妈', '可以晚到 30 分钟');
  await hand.type('一小时多少元', '18.5');
  await hand.type('上班', '830');
  await hand.type('下班', '1600');
  await hand.type('第一天', tomorrow());
  await hand.type('最后一天', tomorrow());
  await hand.type('要几个人', '1');
  await choosePlace(hand);
}

/** Another woman takes the only seat; what is given back frees it. */
export async function takeTheSeat({ ask }: Service): Promise<() => Promise<void>> {
  const { token } = await ask<Session>('POST', '/sessions', {
    body: { demonstration: 'committee-member' },
  });
  const { items } = await ask<Page<Activity>>('GET', '/activities?limit=100');
  const id = items.find(({ title }) => title === activityTitle)?.id;
  const path = `/activities/${id}/registrations`;
  const taken = await ask<MyRegistration>('POST', path, { token, body: {} });
  return async () => {
    await ask('POST', `/registrations/${taken.id}/cancel`, { token });
  };
}
