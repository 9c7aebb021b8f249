import { fireEvent, render, screen } from '@testing-library/react';
import { says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aLinkOfHers } from '../../../test/field';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import LinksPage from '.';

const list = (...items: unknown[]) => says({ items, next: null });
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => phone.reset());

describe('联系我的执委', () => {
  it('ends one of several after asking once', async () => {
    keepSession('secret');
    const other = aLinkOfHers({ id: 'L2', committeeMemberName: '示例·林玉' });
    theServiceAnswers({
      'GET /me/links': list(aLinkOfHers(), other),
      'POST /me/links/L2/end': says({ ...other, state: 'ended' }),
    });
    render(<LinksPage />);
    await screen.findByText('示例·林玉');

    tap('结束联系，示例·林玉');
    theServiceAnswers({
      'GET /me/links': list(aLinkOfHers(), { ...other, state: 'ended' }),
      'POST /me/links/L2/end': says({ ...other, state: 'ended' }),
    });
    tap('确定结束');
    await screen.findByText(/马上算数/);

    expect(sentTo('POST', '/me/links/L2/end')).toHaveLength(1);
    expect(screen.getByRole('button', { name: '结束联系，示例·陈秀英' })).toBeTruthy();
  });

  it('signs nobody in, has quick exit and leads to the card', () => {
    render(<LinksPage />);

    expect(screen.getByRole('button', { name: '快速离开' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '登录' })).toBeNull();
    tap('用联系卡打开');
    expect(phone.visited).toEqual(['/women/link/index']);
    expect(phone.asked).toEqual([]);
  });
});
