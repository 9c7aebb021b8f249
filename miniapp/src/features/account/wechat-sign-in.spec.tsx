import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { Button } from '@/components/button';
import { keepSession, sessionToken } from '@/platform/session';
import { useNeedAccount } from './need-account';

jest.mock<object>('@/platform/login', () => jest.requireActual<object>('@/platform/login.weapp'));

const done = jest.fn();

function Page() {
  const { needAccount, signIn } = useNeedAccount();
  return (
    <>
      <Button onTap={() => needAccount(done)}>报名</Button>
      {signIn}
    </>
  );
}

const session = says({ token: 'secret', expiresAt: '', account: staff });
const inProduction = { 'GET /demonstration/people': refuses('not_found') };
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const tapWeChat = async () =>
  fireEvent.click(await screen.findByRole('button', { name: '用微信登录' }));

beforeEach(() => {
  phone.reset();
  done.mockClear();
});

describe('signing in with WeChat', () => {
  it('is asked for only by the act that needs it, which then goes on', async () => {
    theServiceAnswers({ ...inProduction, 'POST /sessions': session });
    phone.codes = ['code-1'];
    render(<Page />);
    expect(phone.asked).toEqual([]);

    tap('报名');
    await tapWeChat();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    expect(sentTo('POST', '/sessions')).toEqual([{ wechatCode: 'code-1' }]);
    expect(sessionToken()).toBe('secret');
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('is not in the way of whoever is signed in', () => {
    keepSession('secret');
    render(<Page />);
    tap('报名');

    expect(done).toHaveBeenCalledTimes(1);
    expect(phone.asked).toEqual([]);
  });

  it('asks once for a new code when the first is no longer good, and no more', async () => {
    theServiceAnswers({ ...inProduction, 'POST /sessions': refuses('wechat_code_used') });
    phone.codes = ['old', 'new', 'unused'];
    render(<Page />);
    tap('报名');
    await tapWeChat();

    await screen.findByText(/这次微信登录已经失效/);

    expect(sentTo('POST', '/sessions')).toEqual([{ wechatCode: 'old' }, { wechatCode: 'new' }]);
    expect(done).not.toHaveBeenCalled();
  });

  it('says so when WeChat gives no code, and can be tried again', async () => {
    theServiceAnswers({ ...inProduction, 'POST /sessions': session });
    render(<Page />);
    tap('报名');
    await tapWeChat();
    await screen.findByText(/微信那边有点忙/);
    expect(sentTo('POST', '/sessions')).toEqual([]);

    phone.codes = ['code-2'];
    await tapWeChat();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    expect(sentTo('POST', '/sessions')).toEqual([{ wechatCode: 'code-2' }]);
  });
});
