import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { addDays, dayInWords, dayOf } from '@niangjia/shared';
import { refuses, says, theServiceAnswers } from '../../../test/desk';
import { theHome } from '../../../test/her';
import { anActivity, aRegistration } from '../../../test/her-days';
import { phone } from '../../../test/stand-ins/taro';
import { chooseTown } from '@/features/womens-home/place';
import { keepSession } from '@/platform/session';
import ActivitiesPage from './index';

const page = (...items: unknown[]) => says({ items, next: null });
const list = 'GET /activities';
const tap = (role: string, name: string | RegExp) =>
  fireEvent.click(screen.getByRole(role, { name }));
const asked = () =>
  phone.asked.map(({ url }) => url).filter((url) => url.startsWith('/api/v1/activities'));

beforeEach(() => phone.reset());

describe('活动', () => {
  it('shows what is coming before she says where she is, and opens one', async () => {
    theServiceAnswers({ [list]: page(anActivity({ seatsLeft: 0 })) });
    render(<ActivitiesPage />);

    fireEvent.click(await screen.findByRole('link', { name: /包粽子，名额满了，可以候补/ }));

    expect(asked()).toEqual(['/api/v1/activities']);
    expect(screen.queryByText(/公里/)).toBeNull();
    expect(phone.visited).toEqual(['/women/activity/index?id=A1']);
  });

  it('says on each what is hers, and asks anew when she has signed in', async () => {
    theServiceAnswers({ [list]: page(anActivity()) });
    render(<ActivitiesPage />);
    await screen.findByText(/还有 5 个名额/);

    theServiceAnswers({ [list]: page(anActivity({ mine: aRegistration() })) });
    act(() => keepSession('token'));

    await screen.findByText(/已报名/);
  });

  it('takes one day, and leads back to all of them when there is nothing', async () => {
    const day = addDays(dayOf(Date.now()), 9);
    theServiceAnswers({ [list]: page() });
    render(<ActivitiesPage />);
    await screen.findByText(/现在没有要办的活动/);

    tap('radio', '选日子');
    tap('radio', dayInWords(day));
    await waitFor(() => expect(asked().pop()).toContain(`day=${day}`));
    expect(screen.queryByRole('dialog')).toBeNull();

    fireEvent.click(await screen.findByRole('button', { name: '看所有日子' }));
    await waitFor(() => expect(asked().pop()).not.toContain('day='));
  });

  it('keeps what it knows when asking anew fails', async () => {
    theServiceAnswers({ [list]: page(anActivity()) });
    render(<ActivitiesPage />);
    await screen.findByText('包粽子');

    theServiceAnswers({ [list]: refuses('busy') });
    act(() => keepSession('token'));

    await screen.findByRole('button', { name: '再试一次' });
    expect(screen.getByText('包粽子')).toBeTruthy();
  });

  it('shows the soonest, or by her tap the nearest to the middle of her town without a distance', async () => {
    theServiceAnswers({ [list]: page(anActivity()), 'GET /womens-homes': page(theHome) });
    act(() => chooseTown({ code: '350583117', name: '霞美镇' }));
    render(<ActivitiesPage />);

    await screen.findByText('包粽子');
    expect(asked()).toEqual(['/api/v1/activities']);
    tap('radio', '近的');

    await waitFor(() => expect(asked().pop()).toBe('/api/v1/activities?lng=118.4&lat=24.9'));
    expect(screen.queryByText(/公里/)).toBeNull();
  });
});
