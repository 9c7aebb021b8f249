import { act, render, screen, waitFor } from '@testing-library/react';
import { endpoint, type Page } from '@niangjia/shared';
import { refuses, says } from '../../test/desk';
import { phone, wechatFault } from '../../test/stand-ins/taro';
import { alerts, tap } from '../../test/taps';
import { keepSession, proved } from '@/platform/session';
import { useList } from '@/platform/use-list';
import { More } from './more';
import { PageState } from './page-state';

const list = endpoint<{ query: { after?: string }; reply: Page<string> }>()('GET', '/list');

let again: () => void;

function List() {
  const names = useList(list, {});
  again = names.again;
  return (
    <>
      <PageState query={names}>{(all) => <p>{all.join('、')}</p>}</PageState>
      <More of={names} />
    </>
  );
}

/** A page is what stands after the key that it is asked by; the first key is empty. */
const pages = (all: Record<string, Page<string>>) => {
  phone.answer = async ({ url }) => says(all[url.split('after=')[1] ?? '']);
};
const three = () =>
  pages({
    '': { items: ['甲'], next: 'a' },
    a: { items: ['乙'], next: 'b' },
    b: { items: ['丙'], next: null },
  });
const fails = () => {
  phone.answer = () => Promise.reject(wechatFault('request:fail timeout'));
};
const asked = () => phone.asked.map(({ url }) => url.split('after=')[1] ?? '');
const said = () => screen.getByRole('paragraph').textContent;

async function seenTwoPages() {
  three();
  render(<List />);
  await screen.findByText('甲');
  tap('再看一些');
  await screen.findByText('甲、乙');
}

beforeEach(() => phone.reset());

describe('a further page that does not come', () => {
  it('leaves what was read, says why where it would stand, and is tried again from there', async () => {
    await seenTwoPages();
    fails();
    tap('再看一些');

    await waitFor(() => expect(alerts()).toEqual(['! 网络有点慢，还没等到回音，再试一次。']));
    expect(said()).toBe('甲、乙');
    const [alert, retry] = [screen.getByRole('alert'), screen.getByRole('button')];
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    expect(screen.getByText('甲、乙').compareDocumentPosition(alert) & after).toBeTruthy();
    expect(alert.compareDocumentPosition(retry) & after).toBeTruthy();

    three();
    tap('再试一次');
    await screen.findByText('甲、乙、丙');
    expect(alerts()).toEqual([]);
    expect(asked()).toEqual(['', 'a', 'b', 'b']);
  });

  it('comes by itself once the network is back', async () => {
    await seenTwoPages();
    act(() => phone.setOnline(false));
    tap('再看一些');
    await screen.findByText('! 没有网络。有网了再试一次。');

    act(() => phone.setOnline(true));

    await screen.findByText('甲、乙、丙');
    expect(asked()).toEqual(['', 'a', 'b', 'b']);
  });

  it('comes by itself once she has proved who she is', async () => {
    act(() => keepSession('token'));
    await seenTwoPages();
    phone.answer = async () => refuses('second_factor_needed');
    tap('再看一些');
    await waitFor(() => expect(alerts()).toHaveLength(1));

    three();
    act(proved);

    await screen.findByText('甲、乙、丙');
  });

  it('takes the list along when that is not hers to see any more', async () => {
    await seenTwoPages();
    phone.answer = async () => refuses('not_found');
    tap('再看一些');

    await waitFor(() => expect(screen.queryByRole('paragraph')).toBeNull());
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});

describe('a list that is read anew', () => {
  it('has as many as she had seen, without those that are gone, and goes on from there', async () => {
    await seenTwoPages();
    pages({
      '': { items: ['丁'], next: 'd' },
      d: { items: ['乙'], next: 'b' },
      b: { items: ['丙'], next: null },
    });
    act(again);
    expect(said()).toBe('甲、乙');

    await screen.findByText('丁、乙');
    tap('再看一些');
    await screen.findByText('丁、乙、丙');
  });

  it('stays whole when only a part of it comes', async () => {
    await seenTwoPages();
    const { answer } = phone;
    phone.answer = (one) =>
      one.url.includes('after') ? Promise.reject(wechatFault('request:fail ')) : answer(one);
    act(again);

    await screen.findByText('没有网络。有网了再试一次。');
    expect(said()).toBe('甲、乙');
    three();
    tap('再试一次');
    await waitFor(() => expect(screen.queryByText(/没有网络/)).toBeNull());
    expect(said()).toBe('甲、乙');
  });
});
