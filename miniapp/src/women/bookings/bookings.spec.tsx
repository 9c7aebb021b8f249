import { act, fireEvent, render, screen } from '@testing-library/react';
import { says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aBooking } from '../../../test/her-days';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import BookingsPage from '.';

const shared = { name: '阿珍', phone: '13800000000' };
const live = aBooking({ shared, remark: '左撇子' });
const ended = aBooking({ id: 'B2', jobId: 'J2', jobTitle: '保洁', state: 'cancelled' });
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(async () => {
  phone.reset();
  act(() => keepSession('secret'));
  theServiceAnswers({
    'GET /me/bookings': says({ items: [live, ended], next: null }),
    'POST /bookings/B1/cancel': says(aBooking({ state: 'cancelled' })),
  });
  render(<BookingsPage />);
  await screen.findByRole('button', { name: /^包装工，已预约/ });
});

describe('我的预约', () => {
  it('gives a place back without going through the shifts of the post', async () => {
    tap(/^包装工，已预约/);
    expect(screen.getByText(/阿珍，13800000000，您捎的话“左撇子”。/)).toBeTruthy();
    tap('取消预约');

    await screen.findByRole('heading', { name: '取消了' });
    expect(sentTo('POST', '/bookings/B1/cancel')).toHaveLength(1);
    expect(phone.visited).toEqual([]);
  });

  it('leads to the post, from one that was given up at once', () => {
    tap(/^包装工，已预约/);
    tap('看这个岗位');
    tap(/^保洁，已取消/);
    expect(phone.visited).toEqual(['/women/job/index?id=J1', '/women/job/index?id=J2']);
  });
});
