import { act, fireEvent, render, screen } from '@testing-library/react';
import { says, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { chooseTextSize } from '@/platform/text-size';
import HomePage from './index';

const list = (...items: unknown[]) => says({ items, next: null });
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const offer = () => screen.queryByText('要用长辈版吗？字大，步骤少。');
const settled = () => act(async () => undefined);

beforeEach(() => {
  phone.reset();
  theServiceAnswers({
    'GET /activities': list(),
  });
});

describe('长辈版', () => {
  it('is one tap from 首页, has four things to do, and one tap leads back', async () => {
    render(<HomePage />);
    tap(/^长辈版/);
    await settled();

    for (const name of [/^找娘家/, /^报活动/, /^我要帮忙/]) tap(name);
    expect(phone.visited).toEqual([
      '/women/homes/index',
      '/pages/activities/index',
      '/women/ask/index',
    ]);
    tap(/^打电话/);
    expect(screen.getByRole('button', { name: /^110 报警/ })).toBeTruthy();
    tap(/^关闭/);

    tap('返回普通版');
    expect(await screen.findByRole('heading', { name: '离您最近的娘家' })).toBeTruthy();
  });

  it('stays on with still larger text, and ends with smaller text', () => {
    act(() => chooseTextSize('elder'));
    render(<HomePage />);

    act(() => chooseTextSize('largest'));
    expect(screen.getByRole('button', { name: '返回普通版' })).toBeTruthy();
    act(() => chooseTextSize('large'));
    expect(screen.queryByRole('button', { name: '返回普通版' })).toBeNull();
  });

  it('is offered to whoever has large text, and never again after her answer', async () => {
    const { unmount } = render(<HomePage />);
    expect(offer()).toBeNull();

    act(() => chooseTextSize('large'));
    expect(offer()).toBeTruthy();
    tap('不用');
    expect(offer()).toBeNull();

    unmount();
    act(() => chooseTextSize('largest'));
    render(<HomePage />);
    await settled();
    expect(offer()).toBeNull();
  });
});

it('says once what this is, asks for nothing, and is gone after 知道了', async () => {
  const { unmount } = render(<HomePage />);
  await settled();
  tap('知道了');
  expect(screen.queryByText(/妇联办的/)).toBeNull();

  unmount();
  render(<HomePage />);
  await settled();
  expect(screen.queryByText(/妇联办的/)).toBeNull();
});
