import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import { sessionToken } from '@/platform/session';
import { whoSignedIn } from '@/features/account/who-signed-in';
import { followSignedIn, herField } from '@/features/visit/her-field';
import LinkPage from '../link';
import UnsentPage from '../unsent';
import VisitPage from '../visit';
import SignOutPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));

async function writeVisit() {
  phone.pageQuery = { linkId: 'L1' };
  const { unmount } = render(<VisitPage />);
  await screen.findByRole('radio', { name: '上门' });
  await waitFor(() => expect(screen.getByText(/都传上去了|没有网络/)).toBeTruthy());
  act(() => phone.setOnline(false));
  tap('上门', 'radio');
  tap('保存');
  await screen.findByText(/记下了/);
  unmount();
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('signing out', () => {
  it('warns with the number of what is unsent, and seals it', async () => {
    aFieldService();
    await writeVisit();
    render(<SignOutPage />);
    await screen.findByText('还有 1 条没上传。');

    tap('退出登录');
    await waitFor(() => expect(sessionToken()).toBeUndefined());

    const left = [...phone.storage.keys()];
    expect(left.filter((key) => key.startsWith('field-key/'))).toEqual([]);
    expect(left.some((key) => key.startsWith('field-sealed/'))).toBe(true);
    expect(phone.visited).toEqual(['/pages/mine/index']);
  });

  it('does not wait for the service, so that nothing opens her work again meanwhile', async () => {
    aFieldService();
    render(<SignOutPage />);
    await screen.findByText(/都传上去了。退出后/);
    phone.answer = () => new Promise(() => undefined);

    tap('退出登录');
    await waitFor(() => expect(phone.asked.slice(-1)[0]?.method).toBe('DELETE'));
    await followSignedIn();

    expect(sessionToken()).toBeUndefined();
    expect([...phone.storage.keys()].filter((key) => key.startsWith('field'))).toEqual([]);
    expect(phone.asked.slice(-1)[0]?.header.Authorization).toBe('Bearer secret');
    expect(phone.visited).toEqual(['/pages/mine/index']);
  });

  it('says nothing of what is sent before it has counted', async () => {
    aFieldService();
    const { unmount } = render(<SignOutPage />);
    await screen.findByText(/都传上去了。退出后/);
    unmount();
    render(<SignOutPage />);

    expect(screen.queryByText(/都传上去了。退出后/)).toBeNull();
    await screen.findByText(/都传上去了。退出后/);
  });

  it('warns of what does not open, and keeps it with its key', async () => {
    aFieldService();
    const unsent = render(<UnsentPage />);
    await screen.findByText('都传上去了。');
    const who = String(whoSignedIn());
    const broken = `field/${who}/log/0000000001-12345678`;
    phone.storage.set(broken, 'damaged');
    act(() => herField.look());
    await screen.findByText(/有 1 条打不开了，传不上去，没有删/);
    expect(screen.queryByText(/都传上去了/)).toBeNull();
    unsent.unmount();
    render(<SignOutPage />);
    await screen.findByText(/有 1 条打不开了，传不上去，没有删/);
    expect(screen.queryByText(/都传上去了/)).toBeNull();

    tap('退出登录');
    await waitFor(() => expect(sessionToken()).toBeUndefined());

    const left = [...phone.storage.keys()].filter((key) => key.startsWith('field'));
    expect(left.sort()).toEqual([`field-key/${who}`, broken]);
  });

  it('warns of digits that nobody has copied down', async () => {
    aFieldService();
    const { unmount } = render(<LinkPage />);
    const name = await screen.findByRole('textbox', { name: '姓名' });
    fireEvent.change(name, { target: { value: '示例·阿兰' } });
    tap('签了字', 'radio');
    tap('保存');
    await screen.findByText('请她抄下联系卡');
    unmount();

    render(<SignOutPage />);
    await screen.findByText('还有 1 组数字没抄下，退出后就没了。');
  });

  it('says that nothing is unsent, and keeps her signed in when she thinks again', async () => {
    aFieldService();
    render(<SignOutPage />);

    await screen.findByText(/都传上去了。退出后/);
    tap('先不退出');
    expect(sessionToken()).toBe('secret');
  });

  it('before an account is deleted: seals, says that it never goes up, and leaves her signed in', async () => {
    aFieldService();
    await writeVisit();
    phone.pageQuery = { for: 'leave' };
    render(<SignOutPage />);
    await screen.findByText('还有 1 条没上传。');
    expect(screen.getByText(/账号删了，就再也传不上去/)).toBeTruthy();

    tap('收好，接着删账号');
    await waitFor(() => expect(phone.visited).toEqual(['/women/leave/index']));

    const left = [...phone.storage.keys()];
    expect(left.filter((key) => key.startsWith('field-key/'))).toEqual([]);
    expect(left.some((key) => key.startsWith('field-sealed/'))).toBe(true);
    expect(sessionToken()).toBe('secret');
  });
});
