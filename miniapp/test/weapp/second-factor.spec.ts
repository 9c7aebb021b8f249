import type { NewInvitation, Session } from '@niangjia/shared';
import { digitsOf } from '../authenticator';
import { theTen, words } from '../desk-day';
import { startService, type Service } from '../service';
import { startWeChat, type WeChat } from '../wechat';
import { bootWeapp, type WeappPhone } from './phone';

let wechat: WeChat;
let service: Service;
let staff: WeappPhone;
let key: string;
let aheadMs = 0;

beforeAll(async () => {
  wechat = await startWeChat();
  service = await startService(wechat.app);
  await theTen(service);
  staff = await bootWeapp({ api: service.origin, loginCode: () => wechat.code('o-of-staff') });
});
afterAll(async () => {
  await service.stop();
  await wechat.stop();
});

/** By the head of the town, one of the invented people. */
async function invitation(): Promise<string> {
  const body = { demonstration: 'town-chair' };
  const { token, account } = await service.ask<Session>('POST', '/sessions', { body });
  const path = `/desk/federations/${account.posts[0]?.federationId}/invitations`;
  const asked = { token, body: { kind: 'staff' } };
  return (await service.ask<NewInvitation>('POST', path, asked)).code;
}

const copied = (): string => {
  const copies = staff.calls.filter(([name]) => name === 'setClipboardData');
  return (copies.pop()?.[1] as { data: string }).data;
};
const digits = () => digitsOf(key, Date.now() + aheadMs);

describe('somebody real who takes a post, in WeChat', () => {
  it('sets up her second factor before she sees the desk', async () => {
    await staff.open('/women/invitation/index');
    await staff.type('20 位数字', await invitation());
    await staff.tap('看是什么任职');
    await staff.tap('用微信登录');
    await staff.tap('接受');
    await staff.tap('去工作台');
    await staff.until('这里要先做两步验证');
    expect(staff.text()).not.toContain('劳动权益');

    await staff.tap('去验证');
    await staff.tap('要一个密钥');
    await staff.tap('复制密钥');
    key = copied();
    await staff.type('6 位数字', digits());
    await staff.tap('设好');

    await staff.until('劳动权益');
  });

  it('is asked again at the hand-over after a quarter of an hour, and goes on with what she wrote', async () => {
    await staff.tap('财产土地');
    await staff.tap('交给别的妇联');
    await staff.tap('霞美镇妇联');
    await staff.tap('看它下面的');
    await staff.tap('霞美村妇联');
    await staff.type('为什么交过去', words.handOver);
    aheadMs = await service.goAhead();
    await staff.tap('请那边接手');
    await staff.until('这一步要紧，要再验证一次');

    await staff.tap('去验证');
    await staff.type('现在的 6 位数字', digits());
    await staff.tap('验证');
    await staff.until('验证好了，您填的都还在');
    await staff.tap('请那边接手');

    await staff.until('请霞美村妇联接手，还没有回话');
  });
});
