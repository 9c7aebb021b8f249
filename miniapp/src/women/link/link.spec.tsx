import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aLinkOfHers, linkCode } from '../../../test/field';
import { phone } from '../../../test/stand-ins/taro';
import { clearAll } from '@/platform/leaving';
import { keepSession } from '@/platform/session';
import LinkPage from '.';

const body = { linkCode };
const ended = { ...aLinkOfHers(), state: 'ended' };
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function open() {
  const page = render(<LinkPage />);
  const box = screen.getByRole('textbox', { name: '20 位数字' });
  fireEvent.change(box, { target: { value: '7031 4462-0958 1173 ６２８５' } });
  tap('打开');
  await screen.findByText('示例·陈秀英');
  return page;
}

beforeEach(() => {
  phone.reset();
  theServiceAnswers({
    'POST /links/claim': says(aLinkOfHers()),
    'POST /links/claim/end': says(ended),
    'POST /links/claim/keep': says(aLinkOfHers()),
  });
});

describe('the card that she was given', () => {
  it('says who has her on the list, since when and what is kept, without an account', async () => {
    await open();

    expect(sentTo('POST', '/links/claim')).toEqual([body]);
    for (const words of ['霞美村妇联', '周四 10月1日', '联系中', '姓名、电话、来过 2 次'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '收进「我的」' })).toBeNull();
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('ends the link only after asking once, and says so at once', async () => {
    await open();

    tap('结束联系，示例·陈秀英');
    expect(sentTo('POST', '/links/claim/end')).toEqual([]);
    tap('确定结束');
    await screen.findByText(/马上算数/);

    expect(sentTo('POST', '/links/claim/end')).toEqual([body]);
    expect(screen.getByText('已结束')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /结束/ })).toBeNull();
  });

  it('stays open with the reason when ending did not go through', async () => {
    await open();
    phone.answer = () => Promise.reject(new Error('request:fail'));

    tap('结束联系，示例·陈秀英');
    tap('确定结束');
    await screen.findByText(/没有网络/);

    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(screen.getByText('联系中')).toBeTruthy();
  });

  it('goes into her account by a tap when she is signed in', async () => {
    keepSession('secret');
    await open();

    tap('收进「我的」');
    await screen.findByText(/收进去了/);

    expect(sentTo('POST', '/links/claim/keep')).toEqual([body]);
  });

  it('keeps digits that belong to no card where she typed them', async () => {
    theServiceAnswers({ 'POST /links/claim': refuses('link_code_not_found') });
    render(<LinkPage />);
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: '20 位数字' });
    fireEvent.change(box, { target: { value: linkCode } });
    tap('打开');

    await waitFor(() => expect(screen.getByText(/没找到这串数字/)).toBeTruthy());
    expect(box.value).toBe(linkCode);
  });

  it('shows nothing more after quick exit', async () => {
    const { container } = await open();

    act(clearAll);

    expect(container.textContent).toBe('');
  });
});
