import { fireEvent, render, screen } from '@testing-library/react';
import { refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { sessionToken } from '@/platform/session';
import SignInPage from '.';

const people = {
  items: [{ id: 'village-staff', name: '示例·李月娥', role: '霞美村妇联 工作人员' }],
};

beforeEach(() => phone.reset());

it('signs in as a demonstration person and opens her desk', async () => {
  theServiceAnswers({
    'GET /demonstration/people': says({ ...people, next: null }),
    'POST /sessions': says({ token: 'secret', expiresAt: '', account: staff }),
  });
  render(<SignInPage />);

  fireEvent.click(await screen.findByRole('button', { name: /示例·李月娥/ }));
  await screen.findByRole('button', { name: '已登录，接着用' });

  expect(sentTo('POST', '/sessions')).toEqual([{ demonstration: 'village-staff' }]);
  expect(sessionToken()).toBe('secret');
  expect(phone.visited).toEqual(['/staff/desk/index']);
});

it('outside a demonstration offers nobody and says what is to come', async () => {
  theServiceAnswers({ 'GET /demonstration/people': refuses('not_found') });
  render(<SignInPage />);

  await screen.findByText('请在微信里登录');

  expect(screen.queryAllByRole('button')).toEqual([]);
});
