import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import KeptPage from '.';

const kept = { id: 'K1', title: '11月26日收进的一件事', state: 'answered', keptDay: '2026-11-26' };
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => phone.reset());

describe('收进的事', () => {
  it('says how far each is, opens it only with its digits, and lets it go after asking', async () => {
    keepSession('token');
    theServiceAnswers({
      'GET /me/case-tickets': says({ items: [kept], next: null }),
      'DELETE /me/case-tickets/K1': says({ removed: true }),
    });
    render(<KeptPage />);
    await screen.findByText('已答复');

    tap(/^看答复/);
    expect(phone.visited).toEqual(['/women/claim/index']);
    tap(/^移出去/);
    expect(sentTo('DELETE', '/me/case-tickets/K1')).toHaveLength(0);
    theServiceAnswers({
      'GET /me/case-tickets': says({ items: [], next: null }),
      'DELETE /me/case-tickets/K1': says({ removed: true }),
    });
    tap('确定移出');

    await waitFor(() => expect(screen.getByText('没有收进来的事。')).toBeTruthy());
    expect(sentTo('DELETE', '/me/case-tickets/K1')).toHaveLength(1);
  });

  it('has quick exit, and signs nobody in', () => {
    render(<KeptPage />);

    expect(screen.getByRole('button', { name: '快速离开' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '登录' })).toBeNull();
    expect(phone.asked).toEqual([]);
  });
});
