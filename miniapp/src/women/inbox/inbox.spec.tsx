import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Notification } from '@niangjia/shared';
import { says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import InboxPage from '.';

const message = (facts: Partial<Notification>): Notification => ({
  id: 'N1',
  kind: 'registration_promoted',
  text: '轮到您了。11月26日的活动有您的名额。',
  aboutId: 'A1',
  createdAt: '2026-11-22T09:00:00+08:00',
  readAt: null,
  ...facts,
});

beforeEach(() => {
  phone.reset();
  keepSession('token');
});

describe('消息', () => {
  it('opens what a message is about and keeps that it was read', async () => {
    const read = message({
      id: 'N2',
      kind: 'shift_cancelled',
      text: '约的一班取消了。',
      aboutId: 'J1',
      readAt: '2026-11-22T10:00:00+08:00',
    });
    theServiceAnswers({
      'GET /me/notifications': says({ items: [message({}), read], next: null, unread: 1 }),
      'POST /me/notifications/N1/read': says(message({})),
    });
    render(<InboxPage />);

    const tap = async (name: RegExp) =>
      fireEvent.click(await screen.findByRole('button', { name }));
    await tap(/^约的一班取消了。，周日 11月22日 上午9点$/);
    await tap(/^轮到您了.*，未读 · /);

    expect(phone.visited).toEqual(['/women/job/index?id=J1', '/women/activity/index?id=A1']);
    await waitFor(() => expect(sentTo('POST', '/me/notifications/N1/read')).toHaveLength(1));
    expect(sentTo('POST', '/me/notifications/N2/read')).toHaveLength(0);
  });
});
