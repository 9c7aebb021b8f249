import { act, fireEvent, render, screen } from '@testing-library/react';
import { says, theServiceAnswers } from '../../../test/desk';
import { nearestHome, theHome } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import { chooseTown } from '@/features/womens-home/place';
import { chooseTextSize } from '@/platform/text-size';
import HomesPage from './index';

const list = (...items: unknown[]) => says({ items, next: null });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const twelve = Array.from({ length: 12 }, (_, n) => ({
  ...nearestHome,
  id: `H${n}`,
  name: `${n} 号家`,
}));

beforeEach(() => {
  phone.reset();
  theServiceAnswers({
    'GET /womens-homes': list(theHome),
    'GET /womens-homes/nearest': list(...twelve),
  });
});

it('lists five homes in 长辈版, and five more by a tap, with the phone on the page', async () => {
  act(() => chooseTextSize('elder'));
  chooseTown({ code: '350583117', name: '霞美镇' });
  render(<HomesPage />);
  const shown = () => screen.queryAllByRole('link').length;
  await screen.findByText('0 号家');

  expect(shown()).toBe(5);
  tap('再看 5 个');
  expect(shown()).toBe(10);
  tap('再看 2 个');
  expect(shown()).toBe(12);
  expect(screen.getByRole('button', { name: '打热线电话' })).toBeTruthy();
});
