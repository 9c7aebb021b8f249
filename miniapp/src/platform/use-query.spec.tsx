import { act, render, screen } from '@testing-library/react';
import { endpoint, type Page } from '@niangjia/shared';
import { phone, wechatFault } from '../../test/stand-ins/taro';
import { useList } from './use-list';
import { useQuery, type Query } from './use-query';

const one = endpoint<{ params: { id: string }; reply: { items: string[] } }>()('GET', '/one/:id');
const list = endpoint<{ query: { of: string }; reply: Page<string> }>()('GET', '/list');

let again: () => void;

function Said({ query }: { query: Query<string[]> }) {
  again = query.again;
  return <p>{query.data?.join('、') ?? (query.fault ? '没有网络' : '等一下')}</p>;
}

function One({ id }: { id?: string }) {
  const { data, ...query } = useQuery(one, id ? { params: { id } } : undefined);
  return <Said query={{ ...query, data: data?.items }} />;
}

function List({ id }: { id?: string }) {
  return <Said query={useList(list, id ? { query: { of: id } } : undefined)} />;
}

const answers = (...items: string[]) => {
  phone.answer = async () => ({ statusCode: 200, data: { items, next: null } });
};
const fails = () => {
  phone.answer = () => Promise.reject(wechatFault('request:fail '));
};
const said = () => screen.getByRole('paragraph').textContent;

beforeEach(() => phone.reset());

describe.each([
  ['one thing', One],
  ['a list', List],
])('%s that is asked for', (_, Asking) => {
  it('is dropped at once when something else is asked for, also when no answer comes', async () => {
    answers('甲');
    const { rerender } = render(<Asking id="1" />);
    await screen.findByText('甲');

    fails();
    rerender(<Asking id="2" />);
    expect(said()).toBe('等一下');
    await screen.findByText('没有网络');
    rerender(<Asking />);
    expect(said()).toBe('等一下');
  });

  it('stays while the same is asked for again, also when no answer comes', async () => {
    answers('甲');
    render(<Asking id="1" />);
    await screen.findByText('甲');

    fails();
    act(again);
    expect(said()).toBe('甲');
    await act(async () => undefined);
    expect(said()).toBe('甲');
    answers('乙');
    act(again);
    await screen.findByText('乙');
  });
});
