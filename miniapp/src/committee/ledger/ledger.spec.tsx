import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refusals, type LinkedWoman } from '@niangjia/shared';
import { refuses, sentTo } from '../../../test/desk';
import { aLedgerEntry, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import { FieldPage } from '../field-page';
import LinkPage from '../link';
import WomanPage from '../woman';
import { Twin } from '../woman/twin';
import { herField } from '@/features/visit/her-field';
import LedgerPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const opening = { field: 'health', who: '示例·陈秀英', at: '2026-11-22T12:00:00+08:00' };

async function open(women: LinkedWoman[] = []) {
  const service = aFieldService(women);
  service.others = {
    'GET /ledger': { items: [aLedgerEntry()], next: null },
    'GET /ledger/E1/openings': { items: [], next: null },
    'POST /ledger/E1/openings': { field: 'health', text: '腰不好', version: 2 },
    'POST /ledger/E1/fields': aLedgerEntry({ holds: ['health', 'hardship'] }),
  };
  render(<LedgerPage />);
  fireEvent.click(await screen.findByRole('button', { name: /^示例·许春花/ }));
  await screen.findByText('还没有人点开看过。');
  return service;
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('the ledger', () => {
  it('opens one field at a time, says that it is logged, and keeps nothing on the phone', async () => {
    const service = await open();
    expect(screen.getByText(/看一次记一次/)).toBeTruthy();
    service.others['GET /ledger/E1/openings'] = { items: [opening], next: null };

    tap('打开身体情况，会记下来');
    await screen.findByText('腰不好');

    await screen.findByText('周日 11月22日 中午12点，示例·陈秀英看了身体情况');
    expect(sentTo('POST', '/ledger/E1/openings')).toEqual([{ field: 'health' }]);
    expect(JSON.stringify([...phone.storage])).not.toContain('腰不好');
    expect(JSON.stringify([...phone.storage])).not.toContain('许春花');
  });

  it('is reached from the hint that somebody may be in it already, with that one on top', async () => {
    const service = aFieldService([]);
    const twins = [aLedgerEntry({ id: 'E8', name: '示例·甲' }), aLedgerEntry({ id: 'E9' })];
    service.others = { 'GET /ledger': { items: twins, next: null } };
    render(<FieldPage title="联系户">{(field) => <Twin field={field} entryId="E9" />}</FieldPage>);
    fireEvent.click(await screen.findByRole('button', { name: '看台账里的' }));
    expect(phone.visited).toEqual(['/committee/ledger/index?id=E9']);
    cleanup();
    phone.pageQuery = { id: 'E9' };
    render(<LedgerPage />);

    const [first] = await screen.findAllByRole('button', { name: /^示例/ });
    expect(first?.getAttribute('aria-label')).toMatch(/^示例·许春花/);
  });

  it('writes a field only with her yes to it', async () => {
    await open();

    tap('写生活困难');
    fireEvent.change(screen.getByRole('textbox', { name: '生活困难' }), {
      target: { value: '房租' },
    });
    tap('保存');
    expect(screen.getByText('! 她同意了才能记。')).toBeTruthy();
    tap('她同意记这一项', 'checkbox');
    tap('保存');
    await screen.findByRole('button', { name: '打开生活困难，会记下来' });

    expect(sentTo('POST', '/ledger/E1/fields')).toEqual([
      { field: 'hardship', text: '房租', agreed: true, version: 1 },
    ]);
  });

  describe('of a field that another keeper wrote meanwhile', () => {
    const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: '身体情况' });
    const written = () => sentTo('POST', '/ledger/E1/fields');

    /** She opened what stood there first, and her own words were not taken. */
    async function overtaken() {
      const service = await open();
      const { answer } = phone;
      tap('打开身体情况，会记下来');
      await screen.findByText('腰不好');
      service.others['POST /ledger/E1/openings'] = {
        field: 'health',
        text: '动了手术',
        version: 3,
      };
      phone.answer = async (asked) =>
        asked.url.endsWith('/fields') ? refuses('changed_meanwhile') : answer(asked);
      tap('写身体情况');
      fireEvent.change(box(), { target: { value: '好了' } });
      tap('她同意记这一项', 'checkbox');
      tap('保存');
      await screen.findByText(refusals.changed_meanwhile.message);
      phone.answer = answer;
      return service;
    }

    it('keeps her words, opens the newest as any other opening, and asks which one stays', async () => {
      await overtaken();
      expect(box().value).toBe('好了');
      expect(screen.queryByText('动了手术')).toBeNull();

      tap('打开最新的身体情况，会记下来');
      await screen.findByText('动了手术');
      expect(sentTo('POST', '/ledger/E1/openings')).toHaveLength(2);
      expect(box().value).toBe('好了');
      tap('用我填的保存');
      await waitFor(() => expect(written()).toHaveLength(2));

      expect(written()).toMatchObject([
        { text: '好了', version: 2 },
        { text: '好了', version: 3 },
      ]);
    });

    it('leaves the newest as it is when she takes that', async () => {
      await overtaken();
      tap('打开最新的身体情况，会记下来');
      await screen.findByText('动了手术');

      tap('换成最新的');

      expect(screen.queryByRole('textbox')).toBeNull();
      expect(screen.getByText('动了手术')).toBeTruthy();
      expect(written()).toHaveLength(1);
    });
  });

  describe('of whom something was written wrong', () => {
    const put = () => sentTo('PUT', '/ledger/E1');
    const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
    const fill = (name: string, value: string) =>
      fireEvent.change(box(name), { target: { value } });

    it('is put right at her entry, and the list of the phone is fetched anew', async () => {
      const service = await open([
        aWoman(),
        aWoman({ id: 'L2', ledgerEntryId: 'E2', name: '示例·林阿妹' }),
      ]);
      const right = { name: '示例·许春华', phone: null, householdId: 'E2' };
      service.others['GET /ledger/E1'] = aLedgerEntry();
      service.others['PUT /ledger/E1'] = aLedgerEntry({ ...right, version: 2 });
      tap('改姓名、电话');
      await screen.findByRole('textbox', { name: '姓名' });

      fill('姓名', '示例·许春华 ');
      fill('电话，选填', '');
      tap('和名单上的一家');
      tap(/林阿妹/, 'radio');
      service.women = [aWoman(right), ...service.women.slice(1)];
      tap('保存');
      await screen.findByText('改好了。');

      expect(put()).toEqual([{ ...right, address: '霞美村 3 组 12 号', version: 1 }]);
      tap('好了');
      await screen.findByRole('heading', { name: '示例·许春华' });
      cleanup();
      phone.pageQuery = { id: 'L1' };
      render(<WomanPage />);
      await screen.findByRole('heading', { name: '示例·许春华' });
      expect(screen.queryByText('13800000001')).toBeNull();
    });

    it('stays as she typed it when another keeper was quicker, and she says which one stays', async () => {
      const service = aFieldService();
      service.others['GET /ledger/E1'] = aLedgerEntry();
      phone.pageQuery = { id: 'L1' };
      render(<WomanPage />);
      fireEvent.click(await screen.findByRole('button', { name: '改姓名、电话' }));
      await screen.findByRole('textbox', { name: '姓名' });
      fill('姓名', '示例·许春华');
      const { answer } = phone;
      phone.answer = async (asked) =>
        asked.method === 'PUT' ? refuses('changed_meanwhile') : answer(asked);
      service.others['GET /ledger/E1'] = aLedgerEntry({ phone: '13800000007', version: 2 });

      tap('保存');
      await screen.findByText('别人改了：电话。');
      expect(box('姓名').value).toBe('示例·许春华');
      phone.answer = answer;
      service.others['PUT /ledger/E1'] = aLedgerEntry({ version: 3 });
      tap('用我填的保存');
      await screen.findByText('改好了。');

      expect(put()).toMatchObject([{ version: 1 }, { name: '示例·许春华', version: 2 }]);
    });

    it('says it when she goes off the list meanwhile, and nothing of somebody who was never on it', async () => {
      const gone = '这一位不在您的名单上了，您填的都还在。';
      const correcting = async (women: LinkedWoman[]) => {
        const service = await open(women);
        service.others['GET /ledger/E1'] = aLedgerEntry();
        tap('改姓名、电话');
        await screen.findByRole('textbox', { name: '姓名' });
        fill('姓名', '示例·许春华');
        service.women = [];
        await act(() => herField.syncNow());
        expect(box('姓名').value).toBe('示例·许春华');
      };
      await correcting([aWoman()]);
      await screen.findByText(gone);
      cleanup();

      await correcting([]);

      expect(screen.queryByText(gone)).toBeNull();
    });

    it('leaves a household by one of her own, for others may live in that of her name', async () => {
      const service = aFieldService([
        aWoman(),
        aWoman({ id: 'L2', ledgerEntryId: 'E2', householdId: 'E1', name: '示例·林阿妹' }),
      ]);
      service.others['GET /ledger/E1'] = aLedgerEntry();
      service.others['PUT /ledger/E1'] = aLedgerEntry({ version: 2 });
      phone.pageQuery = { id: 'L1' };
      render(<WomanPage />);
      fireEvent.click(await screen.findByRole('button', { name: '改姓名、电话' }));
      await screen.findByText('和示例·林阿妹一家');

      tap('不是一家');
      tap('保存');
      await screen.findByText('改好了。');

      expect(put()).toEqual([
        expect.objectContaining({ householdId: expect.stringMatching(/^[0-9A-Z]{26}$/) as string }),
      ]);
    });
  });

  it('puts whoever is not on the list there, by the same questions as anybody', async () => {
    await open();
    tap('加联系户');

    await waitFor(() => expect(phone.visited).toEqual(['/committee/link/index']));
  });

  it('puts nobody else under the entry of hers: another woman is another entry', async () => {
    const service = await open();
    tap('加联系户');
    cleanup();
    render(<LinkPage />);
    await screen.findByText('台账里的示例·许春花');
    expect(screen.queryByRole('textbox')).toBeNull();
    tap('当面口头同意', 'radio');

    tap('不是她');
    const fill = (name: string, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value).toBe('');
    fill('姓名', '示例·阿兰');
    fill('电话，选填', '13800000009');
    tap('保存');
    expect(screen.getByText('! 她同意了才能加。')).toBeTruthy();
    tap('签了字', 'radio');
    tap('保存');

    await waitFor(() => expect(service.facts).toHaveLength(1));
    const [fact] = service.facts;
    expect(fact).toMatchObject({ name: '示例·阿兰', phone: '13800000009', consent: 'written' });
    expect(fact).not.toMatchObject({ ledgerEntryId: 'E1' });
    expect(fact).not.toHaveProperty('address');
  });

  it('asks before it writes over somebody who was begun, and lets go of her when told to', async () => {
    aFieldService([]);
    render(<LinkPage />);
    const name = await screen.findByRole('textbox', { name: '姓名' });
    expect(screen.queryByRole('button', { name: '这位不加了' })).toBeNull();
    fireEvent.change(name, { target: { value: '示例·阿兰' } });
    cleanup();
    await open();

    tap('加联系户');
    await screen.findByText('示例·阿兰还没加完。');
    expect(phone.visited).toEqual([]);
    tap('那位不加了');
    expect(phone.visited).toEqual(['/committee/link/index']);
    cleanup();
    render(<LinkPage />);
    await screen.findByText('台账里的示例·许春花');
    tap('这位不加了');
    tap('确定不加了');
    cleanup();
    render(<LinkPage />);

    await screen.findByRole('textbox', { name: '姓名' });
  });
});
