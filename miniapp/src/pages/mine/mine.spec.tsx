import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone, wechatFault } from '../../../test/stand-ins/taro';
import { keepSession, sessionToken } from '@/platform/session';
import { keep } from '@/platform/storage';
import { textSize } from '@/platform/text-size';
import MinePage from './index';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const inbox = says({ items: [], next: null, unread: 3 });
const her = { id: 'her', displayName: '示例·李阿珍', isInvented: true, posts: [] };

beforeEach(() => phone.reset());

describe('我的', () => {
  it('asks nobody to sign in, and keeps what needs no account in reach', () => {
    render(<MinePage />);

    expect(phone.asked).toEqual([]);
    expect(screen.queryByRole('button', { name: '退出登录' })).toBeNull();
    tap('看答复，用求助后抄下的 20 位数字');
    tap('看联系卡，用执委给您的 20 位数字');
    expect(phone.visited).toEqual(['/women/claim/index', '/women/link/index']);
    tap('特大', 'radio');
    expect(textSize()).toBe('largest');
  });

  it('says how many messages she has not read, and leads to what she joined', async () => {
    keepSession('token');
    theServiceAnswers({ 'GET /me/notifications': inbox, 'GET /me': says(her) });
    render(<MinePage />);

    fireEvent.click(await screen.findByRole('button', { name: '消息，3 条未读' }));
    const ways = [/^我的报名/, /^我的预约/, /^收进的事/, /^联系我的/, '登录的地方', /^我的数据/];
    for (const name of ways) tap(name);

    expect(phone.visited).toEqual([
      '/women/inbox/index',
      '/women/registrations/index',
      '/women/bookings/index',
      '/women/kept/index',
      '/women/links/index',
      '/women/sessions/index',
      '/women/my-data/index',
    ]);
  });

  it('leads an 执委 to her work, without a network too once she has worked here', async () => {
    keepSession('token');
    keep('signed-in-as', 'her');
    const post = { ...staff.posts[0], kind: 'committee_member', actions: ['visit.log'] };
    theServiceAnswers({
      'GET /me/notifications': inbox,
      'GET /me': says({ ...her, posts: [post] }),
    });
    const { unmount } = render(<MinePage />);
    fireEvent.click(await screen.findByRole('button', { name: /^执委工作/ }));
    unmount();

    phone.setOnline(false);
    const { unmount: leave } = render(<MinePage />);
    expect(screen.queryByRole('button', { name: /^执委工作/ })).toBeNull();
    leave();
    phone.storage.set('field-key/her', 'key');
    render(<MinePage />);
    tap(/^执委工作/);
    tap('退出登录');

    const work = '/committee/work/index';
    expect(phone.visited).toEqual([work, work, '/committee/sign-out/index']);
    expect(sessionToken()).toBe('token');
  });

  it('signs her out on this phone whatever the service answers', async () => {
    keepSession('token');
    phone.answer = () => Promise.reject(wechatFault('request:fail '));
    render(<MinePage />);

    tap('退出登录');

    await waitFor(() => expect(sessionToken()).toBeUndefined());
    expect(sentTo('DELETE', '/sessions/current')).toHaveLength(1);
    expect(screen.getByText(/^退出了/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '登录' })).toBeTruthy();
  });
});
