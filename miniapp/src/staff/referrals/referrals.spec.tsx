import { render, screen } from '@testing-library/react';
import { says, theServiceAnswers } from '../../../test/desk';
import { aReferral } from '../../../test/referrals';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import ReferralsPage from '.';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T14:00:00+08:00'), advanceTimers: true });
  phone.reset();
  keepSession('secret');
});
afterEach(() => jest.useRealTimers());

describe('转介单的名单', () => {
  it('of one ticket says to whom it went and how each stands', async () => {
    phone.pageQuery = { ticketId: 'T1' };
    const referrals = [
      aReferral({ dueDay: '2026-12-01' }),
      aReferral({ id: 'R2', state: 'answered' }),
    ];
    theServiceAnswers({ 'GET /desk/case-tickets/T1/referrals': says({ referrals }) });
    render(<ReferralsPage />);

    await screen.findByRole('button', { name: /南安市人民法院（法院），.*前该答复，已转出/ });
    expect(screen.getByRole('button', { name: /转出，对方已答复/ })).toBeTruthy();
  });

  it('without a ticket names those that nobody answered, and for how long', async () => {
    phone.pageQuery = {};
    theServiceAnswers({ 'GET /desk/referrals': says({ items: [aReferral()], next: null }) });
    render(<ReferralsPage />);

    await screen.findByRole('button', { name: /超过 2 天没答复/ });
  });
});
