import { fireEvent, render, screen } from '@testing-library/react';
import { says, theServiceAnswers } from '../../../test/desk';
import { aBooking, aRegistration } from '../../../test/her-days';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import BookingsPage from '../bookings';
import RegistrationsPage from '.';

const page = (...items: unknown[]) => says({ items, next: null });
const tap = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  phone.reset();
  keepSession('token');
});

describe('what she joined', () => {
  it('says when, where, how it stands and why it fell out, and opens it', async () => {
    const registrations = page(
      aRegistration(),
      aRegistration({ id: 'R2', activityTitle: '跳舞', state: 'waiting', waitingBefore: 2 }),
      aRegistration({ id: 'R3', activityTitle: '插花', state: 'cancelled', cancelReason: '台风' }),
    );
    theServiceAnswers({ 'GET /me/registrations': registrations });
    render(<RegistrationsPage />);

    await tap(/^包粽子，已报名，周日 11月26日 上午9点，山美村妇女之家$/);

    expect(phone.visited).toEqual(['/women/activity/index?id=A1']);
    expect(screen.getByText(/前面还有 2 位/)).toBeTruthy();
    expect(screen.getByText('活动取消了：台风')).toBeTruthy();
  });

  it('shows her shifts, and opens the post', async () => {
    theServiceAnswers({
      'GET /me/bookings': page(aBooking({ state: 'cancelled', cancelReason: '厂里停电' })),
    });
    render(<BookingsPage />);

    await tap(/^包装工，已取消，周日 11月26日 08:30–16:00，.*，取消了：厂里停电$/);

    expect(phone.visited).toEqual(['/women/job/index?id=J1']);
  });

  it.each([
    ['看活动', RegistrationsPage, '/pages/activities/index'],
    ['看妈妈岗', BookingsPage, '/pages/jobs/index'],
  ])('leads on when there is nothing: %s', async (name, Page, target) => {
    theServiceAnswers({ 'GET /me/registrations': page(), 'GET /me/bookings': page() });
    render(<Page />);

    await tap(name);

    expect(phone.visited).toEqual([target]);
  });

  it('asks nothing of the service while nobody is signed in', () => {
    phone.reset();
    render(<RegistrationsPage />);

    expect(screen.getByRole('button', { name: '登录' })).toBeTruthy();
    expect(phone.asked).toEqual([]);
  });
});
