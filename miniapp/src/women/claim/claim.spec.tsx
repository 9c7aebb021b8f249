import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { claimCode, claimedTicket as ticket, whoSees } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import { clearAll } from '@/platform/leaving';
import ClaimPage from './index';

const answer = (statusCode: number, data: unknown) => {
  phone.answer = async () => ({ statusCode, data });
};

beforeEach(() => phone.reset());

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: '20 位数字' });
const type = (typed: string) => fireEvent.change(box(), { target: { value: typed } });
const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const lastSent = () => phone.asked[phone.asked.length - 1];

async function open() {
  answer(200, ticket);
  const page = render(<ClaimPage />);
  type('４８２１ 0937-5566 1029 3847');
  tap('看答复');
  await screen.findByText('明天来找林姐');
  return page;
}

describe('reading the answer', () => {
  it('forgives how the code is typed and keeps it out of the address', async () => {
    await open();

    expect(lastSent()).toMatchObject({
      url: '/api/v1/case-tickets/claim',
      method: 'POST',
      data: { claimCode },
    });
    expect(screen.getByText('3. 已答复').nextSibling?.textContent).toBe('现在');
    expect(screen.queryByText(/小时/)).toBeNull();
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('says how many digits are missing before it asks', () => {
    render(<ClaimPage />);

    type('4821 0937');
    tap('看答复');

    expect(screen.getByRole('alert').textContent).toBe('! 要 20 位数字，现在是 8 位。');
    expect(phone.asked).toEqual([]);
  });

  it('keeps a code that is not found where she typed it, and looks again by a tap', async () => {
    answer(404, { code: 'claim_code_not_found', message: '没找到这串数字。对一对有没有抄错。' });
    render(<ClaimPage />);

    type(claimCode);
    tap('看答复');
    await screen.findByText('没找到这串数字。对一对有没有抄错。');
    expect(box().value).toBe(claimCode);

    answer(200, ticket);
    tap('看答复');
    await screen.findByText('明天来找林姐');
  });

  it('shows 110 at once, also when the answer to the danger question cannot be sent', async () => {
    await open();
    phone.answer = () => Promise.reject(new Error('request:fail'));

    tap('是，现在有危险', 'radio');

    expect(screen.getByRole('button', { name: '打 110' })).toBeTruthy();
    await screen.findByText(/没有网络/);
    expect(screen.getByRole('button', { name: '打 110' })).toBeTruthy();
    expect(lastSent()?.data).toEqual({ claimCode, inDanger: true });
  });

  it('adds facts, and keeps them when they could not be sent', async () => {
    await open();
    const facts = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /再补充几句/ });

    fireEvent.change(facts(), { target: { value: '孩子也看到' } });
    answer(503, { code: 'busy', message: '现在有点忙，您填的都还在。等一下再试。' });
    tap('补充');
    await screen.findByText(/现在有点忙/);
    expect(facts().value).toBe('孩子也看到');

    answer(200, ticket);
    tap('补充');
    await screen.findByText('补上了，办事的人能看到。');
    expect(facts().value).toBe('');
  });

  it('sends a safe contact only with a number to call', async () => {
    await open();

    tap('告诉我们');
    tap('可以打电话', 'radio');
    tap('保存');
    expect(screen.getByRole('alert').textContent).toContain('填一下您的电话。');
    fireEvent.change(screen.getByRole('textbox', { name: '电话' }), {
      target: { value: '139 0000 1111' },
    });
    fireEvent.change(screen.getByRole('textbox', { name: /暗号/ }), { target: { value: '买菜' } });
    answer(200, { ...ticket, safeContact: { way: 'call', phone: '13900001111' } });
    tap('保存');
    await screen.findByText('可以打电话');

    expect(lastSent()?.data).toEqual({
      claimCode,
      contact: { way: 'call', phone: '13900001111', codeWord: '买菜' },
    });
  });

  it('shuts out one of those who can see it, and lets her in again', async () => {
    await open();
    answer(200, whoSees);
    tap('不要让某个人看');
    await screen.findByText('✓ 示例·洪丽华看不到了');

    const [her, ...others] = whoSees.people;
    answer(200, { ...whoSees, people: [{ ...her, isBarred: true }, ...others] });
    tap('不让示例·陈素琴看');
    await screen.findByText('✓ 示例·陈素琴看不到了');
    expect(lastSent()?.data).toEqual({ claimCode, accountId: 'P1', barred: true });

    answer(200, whoSees);
    tap('让示例·陈素琴看');
    await screen.findByRole('button', { name: '不让示例·陈素琴看' });
    expect(lastSent()?.data).toEqual({ claimCode, accountId: 'P1', barred: false });
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('writes down whom she does not find in the list, and takes that back', async () => {
    await open();
    answer(200, { ...whoSees, requests: [] });
    tap('不要让某个人看');
    fireEvent.change(await screen.findByRole('textbox', { name: '写一下是谁' }), {
      target: { value: '姓林的那位' },
    });
    tap('是', 'radio');
    answer(200, whoSees);
    tap('告诉负责的人');
    await screen.findByText('您写了：姓林的那位');
    const asked = phone.asked.find(({ url }) => url.endsWith('/bar-request'));
    expect(asked?.data).toEqual({ claimCode, who: '姓林的那位', isHead: true });

    answer(200, { ...whoSees, requests: [] });
    tap('收回这一条');
    await waitFor(() => expect(screen.queryByText('您写了：姓林的那位')).toBeNull());
    expect(lastSent()?.data).toEqual({ claimCode, requestId: 'B1' });
  });

  it('waits a minute for whatever opens with the code', async () => {
    await open();
    await act(async () => tap('没有', 'radio'));
    tap('告诉我们');
    await act(async () => tap('保存'));
    fireEvent.change(screen.getByRole('textbox', { name: /再补充几句/ }), {
      target: { value: '孩子也看到' },
    });
    await act(async () => tap('补充'));
    tap('撤回这件求助');
    await act(async () => tap('确定撤回'));

    const waits = phone.asked.map(({ url, timeout }) => [url.split('/claim')[1], timeout]);
    expect(waits).toEqual([
      ['', 60_000],
      ['/danger', 60_000],
      ['/safe-contact', 60_000],
      ['/messages', 60_000],
      ['/withdraw', 60_000],
    ]);
  });

  it('withdraws only after asking once', async () => {
    await open();
    const before = phone.asked.length;

    tap('撤回这件求助');
    expect(screen.getByText(/只有负责的妇联和上级妇联的主席还能看到/)).toBeTruthy();
    expect(phone.asked).toHaveLength(before);
    answer(200, { ...ticket, state: 'withdrawn', mayAddFacts: false, mayWithdraw: false });
    tap('确定撤回');
    await screen.findByText(/已经撤回/);

    expect(lastSent()?.url).toBe('/api/v1/case-tickets/claim/withdraw');
    expect(screen.queryByRole('button', { name: '补充' })).toBeNull();
  });

  it('shows nothing more after quick exit', async () => {
    const { container } = await open();

    act(clearAll);

    expect(container.textContent).toBe('');
  });
});
