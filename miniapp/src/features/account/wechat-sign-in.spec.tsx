import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { Button } from '@/components/button';
import { keepSession, sessionToken } from '@/platform/session';
import { useNeedAccount } from './need-account';

jest.mock<object>('./ways-to-sign-in', () => jest.requireActual<object>('./ways-to-sign-in.weapp'));

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

const invented = { id: 'woman', name: '示例·李阿珍', role: '群众' };
const session = says({ token: 'secret', expiresAt: '', account: staff });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const tapWeChat = async () =>
  fireEvent.click(await screen.findByRole('button', { name: '用微信登录' }));

beforeEach(() => {
  phone.reset();
  done.mockClear();
});

describe('signing in with WeChat', () => {
  it('is asked for only by the act that needs it, which then goes on', async () => {
    theServiceAnswers({ 'POST /sessions': session });
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
    theServiceAnswers({ 'POST /sessions': refuses('wechat_code_used') });
    phone.codes = ['old', 'new', 'unused'];
    render(<Page />);
    tap('报名');
    await tapWeChat();

    await screen.findByText(/这次微信登录已经失效/);

    expect(sentTo('POST', '/sessions')).toEqual([{ wechatCode: 'old' }, { wechatCode: 'new' }]);
    expect(done).not.toHaveBeenCalled();
  });

  it('offers none of the people whom a demonstration has', async () => {
    theServiceAnswers({ 'GET /demonstration/people': says({ items: [invented], next: null }) });
    render(<Page />);
    tap('报名');
    await screen.findByRole('button', { name: '用微信登录' });

    expect(sentTo('GET', '/demonstration/people')).toHaveLength(0);
    expect(screen.queryByText(invented.name)).toBeNull();
  });

  it('says plainly where it has not been set up', async () => {
    theServiceAnswers({ 'POST /sessions': refuses('sign_in_unavailable') });
    phone.codes = ['code-1'];
    render(<Page />);
    tap('报名');
    await tapWeChat();

    await screen.findByText(refusals.sign_in_unavailable.message);
    expect(done).not.toHaveBeenCalled();
  });

  it('says so when WeChat gives no code, and can be tried again', async () => {
    theServiceAnswers({ 'POST /sessions': session });
    render(<Page />);
    tap('报名');
    await tapWeChat();
    await screen.findByText(/微信那边有点忙/);
    expect(sentTo('POST', '/sessions')).toHaveLength(0);

    phone.codes = ['code-2'];
    await tapWeChat();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    expect(sentTo('POST', '/sessions')).toEqual([{ wechatCode: 'code-2' }]);
  });
});
