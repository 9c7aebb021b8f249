import { act, render, screen, waitFor } from '@testing-library/react';
import { refusals, type LinkedWoman, type Visit } from '@niangjia/shared';
import { refuses, sentTo } from '../../../test/desk';
import { aLedgerEntry, aVisit, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import { alerts, box, tap, tapOnceThere, type } from '../../../test/taps';
import { StorageFull } from '@/platform/disk';
import { herField } from '@/features/visit/her-field';
import WomanPage from '.';

const offline = '没有网络，您填的都还在。有网了再试一次。';
const facts = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

async function open(women: LinkedWoman[] = [aWoman()], visits: Visit[] = []) {
  const service = aFieldService(women, visits);
  service.others['GET /ledger/E1'] = aLedgerEntry();
  phone.pageQuery = { id: 'L1' };
  const { unmount } = render(<WomanPage />);
  await screen.findByText(/都传上去了/);
  return { service, unmount };
}

/** She has begun to put her entry right. */
async function correcting() {
  const { service } = await open();
  tap('改姓名、电话');
  await screen.findByRole('textbox', { name: '姓名' });
  return service;
}

/** To what she saves, until the service answers as before. */
function refusesToSave(...no: Parameters<typeof refuses>) {
  const { answer } = phone;
  phone.answer = async (asked) => (asked.method === 'PUT' ? refuses(...no) : answer(asked));
  return () => (phone.answer = answer);
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('one of her women', () => {
  it('stands on the phone without a network: how to reach her, what was agreed, her visits only', async () => {
    const others = aVisit({ id: 'V2', linkId: 'L2', note: '别人的事' });
    const women = [aWoman({ followUpDay: '2026-11-29', address: null }), aWoman({ id: 'L2' })];
    const { unmount } = await open(women, [aVisit({ note: '腰不好' }), others]);
    unmount();
    phone.setOnline(false);

    render(<WomanPage />);

    await screen.findByText('没有网络，照样能记。名单是今天 12:00 的。');
    expect(facts()).toEqual([
      '走访上次去：21 天前',
      '约好周日 11月29日再去',
      '电话13800000001',
      '住址没有留',
      '联系266 天前开始',
    ]);
    expect(screen.getByText('腰不好')).toBeTruthy();
    expect(screen.queryByText('别人的事')).toBeNull();
    expect(screen.getByRole('button', { name: '打电话给示例·许春花，13800000001' })).toBeTruthy();
    tap('记走访');
    expect(phone.visited).toEqual(['/committee/visit/index?linkId=L1']);
  });

  it('that waits for upload is marked so, and can be put right once she is uploaded', async () => {
    const { service } = await open([]);
    await screen.findByText(/^名单上没有这一位了。/);
    act(() => phone.setOnline(false));
    const of = { gridId: 'G1', linkedOn: '2026-11-22', consent: 'spoken' } as const;
    act(() => void herField.addLink({ ...of, id: 'L1', name: '示例·许春花' }));

    await screen.findByText(/^1 条存在手机里，还没上传。最早是今天 12:00 的。/);
    expect(facts()).toEqual([
      '走访还没去过',
      '电话没有留',
      '住址没有留',
      '联系今天开始',
      '上传还没上传',
    ]);
    expect(screen.queryByRole('button', { name: /^打电话/ })).toBeNull();
    expect(screen.queryByRole('button', { name: '改姓名、电话' })).toBeNull();

    service.women = [aWoman()];
    act(() => phone.setOnline(true));
    await screen.findByRole('button', { name: '改姓名、电话' });
    expect(screen.queryByText('还没上传')).toBeNull();
  });

  it('cannot be put right without a network, which is said; it opens by itself once there is one', async () => {
    await open();
    act(() => phone.setOnline(false));
    tap('改姓名、电话');
    await screen.findByText('没有网络。有网了再试一次。');
    expect(screen.queryByRole('textbox')).toBeNull();

    act(() => phone.setOnline(true));

    await waitFor(() => expect(box('姓名').value).toBe('示例·许春花'));
    tap('不改了');
    expect(screen.getByRole('button', { name: '记走访' })).toBeTruthy();
  });

  it('is corrected after a refusal that names the field, with all that was typed', async () => {
    const service = await correcting();
    const wrong = '电话里有看不见的字符。删掉，再写一次。';
    const takes = refusesToSave('bad_input', { phone: wrong });
    type('姓名', ' ');
    tap('保存');
    expect(alerts()).toEqual(['! 写一下她的姓名。']);
    expect(sentTo('PUT', '/ledger/E1')).toEqual([]);

    type('姓名', '示例·许春华');
    type('电话，选填', '13800000009');
    tap('保存');
    await screen.findByText(refusals.bad_input.message);
    expect(alerts()[0]).toBe(`! ${wrong}`);
    expect([box('姓名').value, box('电话，选填').value]).toEqual(['示例·许春华', '13800000009']);

    takes();
    const right = { name: '示例·许春华', phone: '13800000009' };
    service.others['PUT /ledger/E1'] = aLedgerEntry({ ...right, version: 2 });
    service.women = [aWoman(right)];
    tap('保存');
    await tapOnceThere('好了');

    await screen.findByRole('heading', { name: '示例·许春华' });
    expect(sentTo('PUT', '/ledger/E1')[1]).toMatchObject({ ...right, version: 1 });
  });

  it('says why her own words were not saved over a newer version either, and saves them then', async () => {
    const service = await correcting();
    type('姓名', '示例·许春华');
    const takes = refusesToSave('changed_meanwhile');
    service.others['GET /ledger/E1'] = aLedgerEntry({ phone: '13800000007', version: 2 });
    tap('保存');
    await screen.findByText('别人改了：电话。');
    expect(alerts()).toEqual([]);

    act(() => phone.setOnline(false));
    tap('用我填的保存');
    await screen.findByText(offline);
    expect(box('姓名').value).toBe('示例·许春华');

    takes();
    service.others['PUT /ledger/E1'] = aLedgerEntry({ version: 3 });
    act(() => phone.setOnline(true));
    tap('用我填的保存');
    await screen.findByText('改好了。');

    const put = sentTo('PUT', '/ledger/E1');
    expect(put[0]).toMatchObject({ version: 1 });
    expect(put.pop()).toMatchObject({ name: '示例·许春华', version: 2 });
  });

  it('is put right also when a sync takes her off the list meanwhile: nothing typed is lost', async () => {
    const service = await correcting();
    type('姓名', '示例·许春华');
    service.women = [];
    await act(() => herField.syncNow());

    await screen.findByText('这一位不在您的名单上了，您填的都还在。');
    expect(box('姓名').value).toBe('示例·许春华');
    expect(screen.getByText('照样点“保存”。存不上，就抄下来告诉接手的人。')).toBeTruthy();

    const takes = refusesToSave('ledger_entry_not_found');
    tap('保存');
    await screen.findByText(refusals.ledger_entry_not_found.message);
    expect(box('姓名').value).toBe('示例·许春华');

    takes();
    service.others['PUT /ledger/E1'] = aLedgerEntry({ name: '示例·许春华', version: 2 });
    tap('保存');
    await tapOnceThere('好了');
    await screen.findByText(/^名单上没有这一位了。/);
  });

  it('leaves her list after one question, and stays, with the reason, when the phone has no room', async () => {
    const { service } = await open();
    tap('移出名单');
    phone.isFull = true;
    tap('确定移出');
    expect(alerts()).toEqual([expect.stringContaining(new StorageFull().message)]);
    tap('先不移');
    phone.isFull = false;
    expect(screen.getByRole('heading', { name: '示例·许春花' })).toBeTruthy();

    tap('移出名单');
    expect(alerts()).toEqual([]);
    service.women = [];
    tap('确定移出');

    await screen.findByText(/^名单上没有这一位了。/);
    await waitFor(() => expect(service.facts).toMatchObject([{ type: 'link_left', linkId: 'L1' }]));
    expect(phone.visited).toEqual(['/pages/home/index']);
  });
});
