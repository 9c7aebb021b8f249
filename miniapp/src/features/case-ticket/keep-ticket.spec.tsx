import { fireEvent, render, screen } from '@testing-library/react';
import { says, sentTo, theServiceAnswers } from '../../../test/desk';
import { claimCode } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import { KeepTicket } from './keep-ticket';

beforeEach(() => phone.reset());

describe('收进我的', () => {
  it('is not offered, and signs nobody in, while she has no account open', () => {
    const { container } = render(<KeepTicket claimCode={claimCode} />);

    expect(container.textContent).toBe('');
  });

  it('is off until she ticks it, and then has a name that says nothing', async () => {
    keepSession('token');
    const kept = {
      id: 'K1',
      title: '11月26日收进的一件事',
      state: 'received',
      keptDay: '2026-11-26',
    };
    theServiceAnswers({ 'POST /case-tickets/claim/keep': says(kept) });
    render(<KeepTicket claimCode={claimCode} />);
    const box = screen.getByRole('checkbox', { name: '收进「我的」' });
    expect(box.getAttribute('aria-checked')).toBe('false');
    expect(phone.asked).toEqual([]);

    fireEvent.click(box);

    await screen.findByText(/11月26日收进的一件事/);
    expect(sentTo('POST', '/case-tickets/claim/keep')).toEqual([{ claimCode }]);
  });
});
