import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { aGrid, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import LinkPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

async function open() {
  const page = render(<LinkPage />);
  await screen.findByRole('textbox', { name: '姓名' });
  return page;
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('putting somebody on the list', () => {
  it('asks for her yes, gives her a card, and puts her to her household', async () => {
    const service = aFieldService([aWoman({ id: 'L9', ledgerEntryId: 'E9', name: '示例·婆婆' })]);
    await open();

    type('姓名', '示例·新媳妇');
    tap('保存');
    expect(screen.getByText('! 她同意了才能加。')).toBeTruthy();
    tap('当面口头同意', 'radio');
    tap('和名单上的一家');
    tap(/^示例·婆婆/, 'radio');
    tap('保存');
    await screen.findByText('请她抄下联系卡');
    await waitFor(() => expect(service.facts).toHaveLength(1));

    const shown = screen.getByRole('img', { name: /^(\d ?){4}，/ }).getAttribute('aria-label');
    expect(service.facts).toMatchObject([
      {
        type: 'link_made',
        name: '示例·新媳妇',
        gridId: 'G1',
        householdId: 'E9',
        consent: 'spoken',
        linkedOn: '2026-11-22',
        linkCode: String(shown).replace(/\D/g, ''),
      },
    ]);
  });

  it('says at once, and without a network, that somebody like her is on the list', async () => {
    aFieldService();
    const { unmount } = await open();
    unmount();
    phone.setOnline(false);
    await open();

    type('姓名', '示例·春花');
    expect(screen.queryByText(/不用再加/)).toBeNull();
    type('电话，选填', '138 0000 0001');

    expect(screen.getByText('名单上有示例·许春花。是同一个人，就不用再加。')).toBeTruthy();
  });

  it('is the same link when the app was killed before the draft had gone', async () => {
    const service = aFieldService();
    const { unmount } = await open();
    await screen.findByText(/都传上去了/);
    act(() => phone.setOnline(false));
    type('姓名', '示例·阿兰');
    tap('签了字', 'radio');
    const [place, draft] = [...phone.storage].find(([key]) => key.endsWith('draft/link')) ?? [];
    tap('保存');
    await screen.findByText('请她抄下联系卡');
    unmount();
    phone.storage.set(String(place), draft);

    render(<LinkPage />);
    await screen.findByText('示例·阿兰已经在名单上了。');
    act(() => phone.setOnline(true));
    await screen.findByText(/都传上去了/);

    expect(service.facts).toHaveLength(1);
    expect(phone.storage.has(String(place))).toBe(false);
  });

  it('asks for the grid of whoever keeps several, and keeps what was begun', async () => {
    const service = aFieldService([]);
    service.grids = [aGrid(), aGrid({ id: 'G2', name: '霞美村 5 组' })];
    const { unmount } = await open();
    type('姓名', '示例·阿兰');
    tap('签了字', 'radio');
    tap('保存');
    expect(screen.getByText('! 选一下她在哪个网格。')).toBeTruthy();
    tap('霞美村 5 组', 'radio');
    unmount();

    await open();
    tap('保存');

    await waitFor(() => expect(service.facts).toMatchObject([{ name: '示例·阿兰', gridId: 'G2' }]));
  });
});
