import { inHerHand } from '../her';
import { startService, type Service } from '../service';
import { closedHome, inTown, openHome, poster, setHours } from '../xiamei';
import { bootWeapp, type WeappPhone } from './phone';
import { staffPhone } from './staff-phone';
import { labelOf, placed } from './host/tree';

const told = '工厂三个月没有发工资\n我们一共 5 个人';
const answer = '明天上午带着工资条来，林姐陪您去劳动监察。';
const groupsOfFour = /^(\d \d \d \d，){4}\d \d \d \d$/;

let service: Service;
let her: WeappPhone;
let staff: WeappPhone;
let claimCode = '';

beforeAll(async () => {
  service = await startService();
  await setHours(service);
  her = await bootWeapp({ api: service.origin, location: inTown });
  staff = await staffPhone(service, 'village-staff');
});
afterAll(async () => {
  const { taps } = her;
  const requests = sentBy(her).length;
  process.stdout.write(`her journey in WeChat: ${JSON.stringify({ taps, requests })}\n`);
  await service.stop();
});

const sentBy = ({ calls }: WeappPhone): unknown[] =>
  calls.filter(([name]) => name === 'request').map(([, sent]) => sent);

function digitsShown(phone: WeappPhone): string {
  const labels = placed(phone.tree()).map(({ node }) => labelOf(node));
  return (labels.find((label) => groupsOfFour.test(label)) ?? '').replace(/\D/g, '');
}

describe('a woman, from an open home to the answer, in WeChat', () => {
  it('finds the homes around her and those that are open now', async () => {
    await her.open('/pages/home/index');
    await her.tap('用我的位置');
    await her.until(closedHome);

    await her.tap('现在开门');
    await her.until(() => !her.text().includes(closedHome));
    await her.until(openHome);

    expect(her.text()).toContain('现在开门 · 到 24:00');
    expect(her.text()).not.toContain('关着');
  });

  it('asks the home whose code she scanned, with three taps, once however quickly', async () => {
    await her.open(`/women/womens-home/index?scene=${poster.code}`);
    await her.until(poster.home);
    const before = her.taps;

    await her.tap('在这里求助');
    await her.until('送到霞美村妇联。');
    await her.tap('劳动权益');
    await her.type('发生了什么', told);
    await her.tap('送出', 2);
    await her.until('霞美村妇联收到了。');
    claimCode = digitsShown(her);

    expect(her.taps - before).toBe(3);
    expect(claimCode).toHaveLength(20);
    const asks = sentBy(her).filter((sent) => JSON.stringify(sent).includes('/case-tickets"'));
    expect(asks).toHaveLength(1);
    expect(JSON.stringify([...her.storage])).not.toContain(claimCode);
  });

  it('is answered by the staff of that village', async () => {
    await staff.open('/staff/desk/index');
    await staff.tap('劳动权益，已收到');
    await staff.until('我们一共 5 个人');

    await staff.tap('受理');
    await staff.until('已受理');
    await staff.type('答复', answer);
    await staff.tap('发给她');

    await staff.until(() => staff.text().includes('已答复') && staff.text().includes(answer));
  });

  it('reads the answer with the code as she copied it', async () => {
    await her.open('/pages/mine/index');
    await her.tap('看答复');
    await her.type('20 位数字', inHerHand(claimCode));
    await her.tap('看答复');

    await her.until(answer);
    expect(her.text()).toContain('一共 5 个人');
  });
});
