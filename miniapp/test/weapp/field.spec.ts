import { addDays, dayOf } from '@niangjia/shared';
import type { Page, Session, Visit } from '@niangjia/shared';
import { startService, type Service } from '../service';
import { labelOf, placed, roleOf } from './host/tree';
import { bootWeapp, type WeappPhone } from './phone';
import { staffPhone } from './staff-phone';

const told = '三个月没发工资，想去要';
const unfinished = '她想学剪纸';
const groupsOfFour = /^(\d \d \d \d，){4}\d \d \d \d$/;
const work = '/committee/work/index';

let service: Service;
let member: WeappPhone;
let visitsBefore = 0;

beforeAll(async () => {
  service = await startService();
  member = await staffPhone(service, 'committee-member');
});
afterAll(() => service.stop());

const labels = (role: string) =>
  placed(member.tree())
    .filter(({ node }) => roleOf(node) === role)
    .map(({ node }) => labelOf(node));

/** Somebody of those who are offered, by her place in the list. */
async function begin(place: number): Promise<void> {
  await member.open(work);
  await member.tap('记走访');
  await member.until('去看了谁');
  const offered = labels('radio').filter((label) => /，(还没去过|上次去)/.test(label));
  await member.tap(offered[place] ?? '');
  await member.until('换一位');
}

async function storedVisits(): Promise<Visit[]> {
  const token = String(member.storage.get('session'));
  return (await service.ask<Page<Visit>>('GET', '/me/visits?limit=100', { token })).items;
}

/** The app is gone from memory; what it stored is there. */
async function kill(): Promise<void> {
  member = await bootWeapp({ storage: Object.fromEntries(member.storage) });
}

describe('the day of an 执委, in WeChat', () => {
  it('begins with one sync, and goes on in flight mode', async () => {
    await member.open(work);
    await member.until('都传上去了');
    visitsBefore = (await storedVisits()).length;

    member.goOffline();
    await member.until('没有网络，照样能记');
    await begin(0);
    await member.tap('上门');
    await member.tap('保存');

    await member.until('记下了，存在手机里');
    await member.until('1 条存在手机里，还没上传');
  });

  it('turns a need into a ticket with her yes, and shows the digits to copy', async () => {
    await begin(1);
    await member.tap('电话');
    await member.tap('劳动权益');
    await member.type('劳动权益：说几句', told);
    await member.tap('高风险');
    await member.tap('保存');
    await member.tap('转求助，劳动权益');
    await member.tap('她同意了');
    await member.tap('转求助');
    await member.until('请她抄下求助数字');

    expect(labels('img').filter((label) => groupsOfFour.test(label))).toHaveLength(1);
    expect(JSON.stringify([...member.storage])).not.toContain(told);
    await member.tap('她抄好了');
    await member.until('已转求助');
  });

  it('loses nothing when it is killed while she types, still without a network', async () => {
    await begin(2);
    await member.tap('到单位');
    await member.tap('保存');
    await member.until('记下了');
    await begin(3);
    await member.type('备注', unfinished);
    await kill();

    await member.open(work);
    await member.until('4 条存在手机里，还没上传');
    await member.tap('接着记走访');
    await member.until('换一位');

    expect(member.valueSetBy('备注')).toBe(unfinished);
  });

  it('stays open when her session ended meanwhile, says so, and takes in more', async () => {
    const token = String(member.storage.get('session'));
    await service.ask('DELETE', '/sessions/current', { token });
    member.goOnline(service.origin);
    await member.until('登录已过期。照样能看能记，登录后自动上传。');
    await member.until('4 条存在手机里，要登录才能传。');
    expect(member.valueSetBy('备注')).toBe(unfinished);

    // The WeChat build offers none of the invented people: she signs in elsewhere.
    member.goOffline();
    const body = { demonstration: 'committee-member' };
    const session = await service.ask<Session>('POST', '/sessions', { body });
    member.storage.set('session', session.token);
  });

  it('sends everything once when there is a network, and takes a late entry', async () => {
    member.goOnline(service.origin);
    await member.until('都传上去了');
    await member.tap('上门');
    await member.tap('选一天');
    await member.type('别的日子', addDays(dayOf(Date.now()), -20));
    await member.tap('就这天');
    await member.until('会标上“补记”');
    await member.tap('保存');
    await member.until('补记');
    await member.until('都传上去了');

    const visits = await storedVisits();
    expect(visits).toHaveLength(visitsBefore + 4);
    expect(visits.filter(({ note }) => note === unfinished)).toMatchObject([{ mark: 'late' }]);
  });

  it('is a ticket on the desk of her village', async () => {
    const staff = await staffPhone(service, 'village-staff');
    await staff.open('/staff/desk/index');
    await staff.tap('高风险，劳动权益，已收到');

    await staff.until(told);
  });
});
