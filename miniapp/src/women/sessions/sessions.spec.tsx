import { fireEvent, render, screen } from '@testing-library/react';
import { refusals, type MySession } from '@niangjia/shared';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import SessionsPage from '.';

const session = (id: string, isCurrent: boolean): MySession => ({
  id,
  createdAt: '2026-11-20T09:00:00+08:00',
  lastUsedDay: '2026-11-22',
  isCurrent,
});
const both = says({ items: [session('here', true), session('there', false)], next: null });
const end = async () =>
  fireEvent.click(await screen.findByRole('button', { name: /^退出 周五 11月20日/ }));

beforeEach(() => {
  phone.reset();
  keepSession('token');
});

describe('登录的地方', () => {
  it('ends another one, and says so', async () => {
    theServiceAnswers({
      'GET /me/sessions': both,
      'DELETE /me/sessions/there': says({ ended: true }),
    });
    render(<SessionsPage />);

    await end();

    await screen.findByText('那一处已经退出了。');
    expect(sentTo('DELETE', '/me/sessions/there')).toHaveLength(1);
  });

  it('says why not', async () => {
    theServiceAnswers({
      'GET /me/sessions': both,
      'DELETE /me/sessions/there': refuses('session_not_found'),
    });
    render(<SessionsPage />);

    await end();

    await screen.findByText(refusals.session_not_found.message);
    expect(screen.queryByText('那一处已经退出了。')).toBeNull();
  });
});
