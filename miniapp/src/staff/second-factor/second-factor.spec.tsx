import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { aTicket, refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession, sessionToken } from '@/platform/session';
import DeskPage from '../desk';
import PostsPage from '../posts';
import SecondFactorPage from '.';

const state = { isSetUp: true, isFresh: false, demonstration: null };
const fresh = says({ ...state, isFresh: true });
const list = (...items: unknown[]) => says({ items, next: null });
const desk = 'GET /desk/case-tickets';
const tap = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const prove = async (digits: string) => {
  await screen.findByRole('textbox', { name: '现在的 6 位数字' });
  type('现在的 6 位数字', digits);
  await tap('验证');
};

const keysOfInvitations = (): unknown[] =>
  phone.asked
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/F1/invitations'))
    .map(({ header }) => header?.['Idempotency-Key']);

beforeEach(() => {
  phone.reset();
  act(() => keepSession('token'));
  phone.pageQuery = { back: '1' };
});

describe('a page that wants two factors', () => {
  it('leads to where she gives them, and is read again when she has', async () => {
    theServiceAnswers({ 'GET /me': says(staff), [desk]: refuses('second_factor_needed') });
    render(<DeskPage />);
    await screen.findByText(refusals.second_factor_needed.message);
    await tap('去验证');
    expect(phone.visited).toEqual(['/staff/second-factor/index?back=1']);

    theServiceAnswers({
      'GET /me': says(staff),
      'GET /me/second-factor': says(state),
      'POST /me/second-factor/proofs': fresh,
      [desk]: list(aTicket()),
    });
    render(<SecondFactorPage />);
    await prove('123 456');

    expect(await screen.findByRole('button', { name: /家暴/ })).toBeTruthy();
    expect(sentTo('POST', '/me/second-factor/proofs')).toEqual([{ digits: '123456' }]);
  });

  it('keeps what she typed while she proves it once more, and her session', async () => {
    theServiceAnswers({
      'GET /desk/federations/F1/posts': list(),
      'GET /desk/federations/F1/invitations': list(),
      'POST /desk/federations/F1/invitations': refuses('reauth_needed'),
      'GET /me/second-factor': says(state),
      'POST /me/second-factor/proofs': fresh,
    });
    phone.pageQuery = { id: 'F1' };
    render(<PostsPage />);
    await tap('请人任职');
    fireEvent.click(screen.getByRole('radio', { name: '工作人员' }));
    type('做到哪一天，选填', '2031-3-8');
    await tap('要 20 位数字');
    const typed = screen.getByDisplayValue('2031-3-8');
    await screen.findByText(refusals.reauth_needed.message);
    expect(typed.closest('.signed-in--hidden')).not.toBeNull();
    expect(sessionToken()).toBe('token');

    render(<SecondFactorPage />);
    await prove('123456');

    await screen.findByText(/验证好了，您填的都还在/);
    expect(typed.closest('.signed-in--hidden')).toBeNull();
    await tap('要 20 位数字');
    await waitFor(() => expect(keysOfInvitations()).toHaveLength(2));
    expect(new Set(keysOfInvitations()).size).toBe(1);
  });
});

describe('两步验证', () => {
  it('gives a key to copy, and goes on when digits of it came back', async () => {
    const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    theServiceAnswers({
      'GET /me/second-factor': says({ ...state, isSetUp: false }),
      'POST /me/second-factor/keys': says({ uri: `otpauth://totp/x?secret=${key}`, key }),
      'POST /me/second-factor/proofs': fresh,
    });
    render(<SecondFactorPage />);

    await tap('要一个密钥');
    await tap('复制密钥');
    await screen.findByText('密钥复制好了。');
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    type('6 位数字', '123456');
    await tap('设好');

    await waitFor(() => expect(phone.visited).toHaveLength(1));
  });

  it('says what to do about digits that are short, wrong, used or too many', async () => {
    theServiceAnswers({ 'GET /me/second-factor': says(state) });
    render(<SecondFactorPage />);
    await prove('12345');
    await screen.findByText('! 填验证器上的 6 位数字。');
    expect(sentTo('POST', '/me/second-factor/proofs')).toEqual([]);

    for (const code of [
      'second_factor_wrong',
      'second_factor_used',
      'second_factor_wait',
    ] as const) {
      theServiceAnswers({ 'POST /me/second-factor/proofs': refuses(code) });
      await prove('123456');
      await screen.findByText(refusals[code].message);
    }
  });

  it('lets an invented person sign in again as herself', async () => {
    theServiceAnswers({
      'GET /me/second-factor': says({ ...state, isSetUp: false, demonstration: 'town-staff' }),
      'POST /sessions': says({ token: 'newer', expiresAt: '', account: staff }),
    });
    render(<SecondFactorPage />);

    await tap('再登录一次');

    await waitFor(() => expect(sessionToken()).toBe('newer'));
    expect(sentTo('POST', '/sessions')).toEqual([{ demonstration: 'town-staff' }]);
  });
});
