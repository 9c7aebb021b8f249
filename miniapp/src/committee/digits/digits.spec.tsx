import { act, render, screen } from '@testing-library/react';
import { aVisit, aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import { alerts, tap } from '../../../test/taps';
import { StorageFull } from '@/platform/disk';
import { herField } from '@/features/visit/her-field';
import WorkPage from '../work';
import DigitsPage from '.';

const digitsShown = () =>
  screen.queryByRole('img')?.getAttribute('aria-label')?.replace(/\D/g, '') ?? 'none';

/** Put on the list without a network, and the app closed before she had copied her digits. */
function addsWithoutANetwork(...names: string[]): string[] {
  act(() => phone.setOnline(false));
  return names.map((name) => {
    const of = { gridId: 'G1', linkedOn: '2026-11-22', consent: 'spoken', name } as const;
    let added: ReturnType<typeof herField.addLink> | undefined;
    act(() => void (added = herField.addLink(of)));
    return added?.kept ? added.linkCode : 'not kept';
  });
}

async function open() {
  const { unmount } = render(<DigitsPage />);
  await screen.findByText(/都传上去了/);
  unmount();
}
const reopen = () => render(<DigitsPage />);

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('digits that were not copied down', () => {
  it('stand large on the phone without a network, with her name and what they are for', async () => {
    aFieldService();
    await open();
    const [code] = addsWithoutANetwork('示例·阿兰');

    reopen();

    expect(digitsShown()).toBe(code);
    expect(screen.getByText('示例·阿兰')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '请她抄下联系卡' })).toBeTruthy();
    await screen.findByText(/^1 条存在手机里，还没上传。最早是今天 12:00 的。/);
  });

  it('outlive the upload, and go only when she says that they are copied', async () => {
    const service = aFieldService();
    await open();
    const [code] = addsWithoutANetwork('示例·阿兰');
    reopen();
    act(() => phone.setOnline(true));
    await screen.findByText(/都传上去了/);
    expect(service.facts).toMatchObject([{ name: '示例·阿兰', linkCode: code }]);
    expect(digitsShown()).toBe(code);

    tap('她抄好了');

    expect(screen.getByText('没有要抄的数字了。')).toBeTruthy();
    tap('好了');
    expect(phone.visited).toEqual(['/pages/home/index']);
  });

  it('are shown to nobody but whose they are: she chooses, and the others stay', async () => {
    aFieldService();
    await open();
    const [first, second] = addsWithoutANetwork('示例·阿兰', '示例·林阿妹');
    reopen();
    expect(digitsShown()).toBe('none');

    tap('示例·阿兰，联系卡');
    tap('先抄别人的');
    expect(digitsShown()).toBe('none');
    tap('示例·林阿妹，联系卡');
    expect(digitsShown()).toBe(second);
    tap('她抄好了');

    // A second tap of the same finger meets no digits.
    expect(digitsShown()).toBe('none');
    expect(screen.queryByRole('button', { name: /林阿妹/ })).toBeNull();
    tap('示例·阿兰，联系卡');
    expect(digitsShown()).toBe(first);
  });

  it('stay, and she reads why, when the phone has no room to note that they are copied', async () => {
    aFieldService();
    await open();
    const [code] = addsWithoutANetwork('示例·阿兰');
    reopen();

    phone.isFull = true;
    tap('她抄好了');
    expect(alerts()).toEqual([expect.stringContaining(new StorageFull().message)]);
    expect(digitsShown()).toBe(code);

    phone.isFull = false;
    tap('她抄好了');
    expect(digitsShown()).toBe('none');
  });

  it('of a ticket are told from those of a card, and her work leads to both', async () => {
    const needs = [{ id: 'N1', kind: 'children', text: '托管' }] as const;
    aFieldService([aWoman()], [aVisit({ needs: [...needs] })]);
    await open();
    addsWithoutANetwork('示例·阿兰');
    const of = { visitId: 'V1', needId: 'N1' };
    const asked = herField.askTicket(of);
    const { unmount } = render(<WorkPage />);
    tap('还有数字没抄，示例·阿兰，示例·许春花');
    expect(phone.visited).toEqual(['/committee/digits/index']);
    unmount();
    reopen();

    tap('示例·许春花，求助数字');

    expect(asked).toMatchObject({ kept: true, claimCode: digitsShown() });
    expect(screen.getByRole('heading', { name: '请她抄下求助数字' })).toBeTruthy();
  });
});
