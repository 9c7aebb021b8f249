import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone, wechatFault } from '../../../test/stand-ins/taro';
import { sendWhatIsSealed } from '@/features/visit/send-what-is-sealed';
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
    tap('看答复，用您抄下的 20 位数字');
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

  it('says what is sealed here, and tries again what was refused once somebody signs in', async () => {
    const at = Date.parse('2026-11-22T12:00:00+08:00');
    const sealed = { id: 'F1', keyId: 'K', box: 'box', at, refused: '这一条打不开。' };
    phone.storage.set('field-sealed/F1', JSON.stringify(sealed));
    const stop = sendWhatIsSealed();
    render(<MinePage />);
    expect(screen.getByText(/有 1 条封存的没传成，没有删/)).toBeTruthy();
    expect(phone.asked).toEqual([]);

    const stored = { id: 'F1', outcome: 'stored', code: null, message: null, maybeSameAs: null };
    theServiceAnswers({
      'GET /me/notifications': inbox,
      'GET /me': says(her),
      'POST /visits/sealed': says({ results: [stored], serverTime: '2026-11-22T12:00:00+08:00' }),
    });
    act(() => keepSession('token'));

    await waitFor(() => expect(screen.queryByText(/封存/)).toBeNull());
    expect(sentTo('POST', '/visits/sealed')).toEqual([
      { sealed: [{ id: 'F1', keyId: 'K', box: 'box' }] },
    ]);
    expect(phone.storage.has('field-sealed/F1')).toBe(false);
    stop();
  });

  it('signs her out on this phone whatever the service answers', async () => {
    keepSession('token');
    phone.answer = () => Promise.reject(wechatFault('request:fail '));
    render(<MinePage />);

    tap('退出登录');

    await waitFor(() => expect(sessionToken()).toBeUndefined());
    expect(sentTo('DELETE', '/sessions/current')).toHaveLength(1);
    await screen.findByText(/^退出了/);
    expect(screen.getByRole('button', { name: '登录' })).toBeTruthy();
  });
});
