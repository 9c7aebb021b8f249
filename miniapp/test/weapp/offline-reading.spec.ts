import type { WomensHome } from '@niangjia/shared';
import { inHerHand, town } from '../her';
import { startService, type Service } from '../service';
import { askFor, poster, setHours } from '../xiamei';
import { bootWeapp, type WeappPhone } from './phone';

const told = '他昨晚又动手了\n孩子也看到';
const homeCard = `/women/womens-home/index?scene=${poster.code}`;
const ofEarlier = /没有网络。下面是(今天|\d+月\d+日) \d{1,2}:\d\d 的内容。/;
const listed = /^再看 \d+ 个$/m;

let service: Service;
let her: WeappPhone;

beforeAll(async () => {
  service = await startService();
  await setHours(service);
  her = await bootWeapp({ api: service.origin, storage: { town, welcomed: true } });
});
beforeEach(() => her.goOnline(service.origin));
afterAll(() => service.stop());

const shows = (words: RegExp) => her.until(() => words.test(her.text()), String(words));
const keptPages = () => [...her.storage.keys()].filter((key) => key.startsWith('page:'));

/** Put away and started again without a network, with what was left on the phone. */
async function startedOffline(): Promise<void> {
  her = await bootWeapp({ storage: Object.fromEntries(her.storage) });
}

describe('without a network, in WeChat', () => {
  it('has the homes of her town, a home with its hours, and the hotlines', async () => {
    await her.open('/pages/home/index');
    await shows(listed);
    await her.open(homeCard);
    await her.until(poster.home);
    const { phone } = await scanned();

    await startedOffline();
    await her.open('/pages/home/index');
    await shows(ofEarlier);
    expect(her.text()).toMatch(listed);
    await her.open(homeCard);
    await shows(ofEarlier);

    expect(her.text()).toContain(poster.home);
    expect(her.text()).toContain('00:00–24:00');
    expect(her.text()).toContain('12338');
    expect(phone === null || her.text().includes(phone)).toBe(true);
  });

  it('says so where nothing was read before, and reads by itself when it is back', async () => {
    her = await bootWeapp({ storage: { town, welcomed: true } });
    await her.open(homeCard);
    await her.until('再试一次');
    expect(her.text()).not.toContain(poster.home);

    her.goOnline(service.origin);
    await her.until(poster.home);

    expect(her.text()).not.toMatch(/没有网络/);
  });
});

describe('help, in WeChat', () => {
  it('is kept nowhere on the phone: asked, failed, or read with the code', async () => {
    const another = await askFor(service, {
      kind: 'domestic_violence',
      text: '婆婆不让我出门',
      divisionCode: town.code,
    });
    const before = JSON.stringify([...her.storage]);

    her.goOffline();
    await her.open(`/women/ask/index?divisionCode=${town.code}`);
    await her.tap('家里有人打骂');
    await her.type('发生了什么', told);
    await her.tap('送出');
    await her.until('没有网络，您填的都还在');
    her.goOnline(service.origin);
    await her.tap('送出');
    await shows(/收到了/);
    await her.open('/women/claim/index');
    await her.type('20 位数字', inHerHand(another.claimCode));
    await her.tap('看答复');
    await her.until('婆婆不让我出门');

    const after = JSON.stringify([...her.storage]);
    expect(after).not.toMatch(/动手|婆婆|domestic_violence|claim|case-ticket/);
    expect(after).not.toContain(another.claimCode);
    expect(
      keptPages().filter((key) => !/^page:\/(womens-homes|q\/|federations\/)/.test(key)),
    ).toEqual([]);
    process.stdout.write(`kept beside help: ${after.length - before.length} characters\n`);
  });
});

const scanned = async (): Promise<WomensHome> =>
  (await service.ask<{ womensHome: WomensHome }>('GET', `/q/${poster.code}`)).womensHome;
