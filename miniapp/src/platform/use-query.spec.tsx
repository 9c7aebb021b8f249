import { act, render, screen, waitFor } from '@testing-library/react';
import { endpoint, type Page } from '@niangjia/shared';
import { refuses } from '../../test/desk';
import { phone, wechatFault } from '../../test/stand-ins/taro';
import { Refused } from './refused';
import { isProofCode, keepSession, proved } from './session';
import { useList } from './use-list';
import { useQuery, type Query } from './use-query';

const one = endpoint<{ params: { id: string }; reply: { items: string[] } }>()('GET', '/one/:id');
const list = endpoint<{ query: { of: string }; reply: Page<string> }>()('GET', '/list');

let again: () => void;

function Said({ query }: { query: Query<string[]> }) {
  again = query.again;
  const known = query.data?.join('、') ?? (query.fault ? '没有网络' : '等一下');
  const unproved = query.fault instanceof Refused && isProofCode(query.fault.code);
  return <p>{unproved ? `${known} 两步验证` : known}</p>;
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

  it('goes when it is not there for her any more', async () => {
    answers('甲');
    render(<Asking id="1" />);
    await screen.findByText('甲');

    phone.answer = async () => refuses('case_ticket_not_found');
    act(again);

    await waitFor(() => expect(said()).toBe('没有网络'));
  });

  it('stays while she proves who she is, and is asked for again when she has', async () => {
    act(() => keepSession('token'));
    answers('甲');
    render(<Asking id="1" />);
    await screen.findByText('甲');

    phone.answer = async () => refuses('second_factor_needed');
    act(again);
    await screen.findByText('甲 两步验证');
    answers('乙');
    answers('乙');
    act(proved);

    await screen.findByText('乙');
  });
});
