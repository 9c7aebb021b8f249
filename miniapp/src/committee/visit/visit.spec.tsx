import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import UnsentPage from '../unsent';
import VisitPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const choose = (name: string | RegExp) => tap(name, 'radio');
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string | RegExp, value: string) =>
  fireEvent.change(box(name), { target: { value } });

async function open(linkId?: string) {
  phone.pageQuery = linkId ? { linkId } : {};
  const page = render(<VisitPage />);
  await screen.findByRole('radiogroup', { name: '怎么聊的' });
  return page;
}

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('writing a visit down', () => {
  it('takes three taps for what is usual, and goes up by itself when there is a network', async () => {
    const service = aFieldService();
    const { unmount } = await open('L1');
    await screen.findByText(/都传上去了/);
    unmount();
    phone.setOnline(false);
    await open('L1');

    choose('上门');
    tap('劳动权益', 'checkbox');
    tap('保存');
    await screen.findByText(/记下了/);
    expect(
      screen.getByText(/1 条存在手机里，还没上传。最早是今天 12:00 的。有网自动上传。/),
    ).toBeTruthy();
    expect(service.facts).toEqual([]);
    act(() => phone.setOnline(true));
    await screen.findByText(/都传上去了/);

    expect(service.facts).toMatchObject([
      {
        type: 'visit_made',
        linkId: 'L1',
        kind: 'home',
        visitDay: '2026-11-22',
        risk: 'normal',
        needs: [{ kind: 'labour_rights', text: '劳动权益' }],
      },
    ]);
  });

  it('is found again as far as it was written when the page was closed', async () => {
    aFieldService();
    const { unmount } = await open('L1');
    choose('电话');
    tap('生活困难', 'checkbox');
    type(/生活困难：说几句/, '房租');
    unmount();

    await open();

    expect(screen.getByText('示例·许春花')).toBeTruthy();
    expect(box(/生活困难：说几句/).value).toBe('房租');
    expect(screen.getByRole('radio', { name: '电话' }).getAttribute('aria-checked')).toBe('true');
    expect(JSON.stringify([...phone.storage])).not.toContain('房租');
  });

  it('is the same visit when the app was killed before the draft had gone', async () => {
    const service = aFieldService();
    const { unmount } = await open('L1');
    await screen.findByText(/都传上去了/);
    act(() => phone.setOnline(false));
    choose('电话');
    const [place, draft] = [...phone.storage].find(([key]) => key.endsWith('draft/visit')) ?? [];
    tap('保存');
    await screen.findByText(/记下了/);
    unmount();
    phone.storage.set(String(place), draft);

    phone.pageQuery = {};
    render(<VisitPage />);
    await screen.findByText(/记下了/);
    act(() => phone.setOnline(true));
    await screen.findByText(/都传上去了/);

    expect(service.facts).toHaveLength(1);
    expect(phone.storage.has(String(place))).toBe(false);
  });

  it('asks which of two goes on, and mixes nothing', async () => {
    aFieldService([aWoman(), aWoman({ id: 'L2', name: '示例·阿英' })]);
    const { unmount } = await open('L1');
    choose('电话');
    unmount();
    phone.pageQuery = { linkId: 'L2' };
    render(<VisitPage />);

    await screen.findByText('示例·许春花的走访还没记完。');
    tap('那次不记了');
    await screen.findByText('示例·阿英');

    expect(screen.queryByRole('radio', { checked: true, name: '电话' })).toBeNull();
  });

  it('keeps nothing that was begun about a woman who is on the list no more', async () => {
    const service = aFieldService([aWoman(), aWoman({ id: 'L2', name: '示例·阿英' })]);
    const { unmount } = await open('L1');
    choose('电话');
    type(/备注/, '她丈夫的事');
    const [place, draft] = [...phone.storage].find(([key]) => key.endsWith('draft/visit')) ?? [];
    service.women = [aWoman({ id: 'L2', name: '示例·阿英' })];
    act(() => phone.setOnline(false));
    act(() => phone.setOnline(true));

    await screen.findByText('她不在您的名单上了。没记完的走访没有留下。');
    expect(phone.storage.has(String(place))).toBe(false);
    unmount();
    const unsent = render(<UnsentPage />);
    await screen.findByText('示例·许春花不在您的名单上了。周日 11月22日没记完的走访没有留下。');
    unsent.unmount();

    phone.storage.set(String(place), draft);
    phone.pageQuery = { linkId: 'L2' };
    const stale = render(<VisitPage />);
    await screen.findByText('她不在您的名单上了。没记完的走访没有留下。');
    stale.unmount();
    await open('L2');
    expect(box(/备注/).value).toBe('');
    expect(service.facts).toEqual([]);
  });

  it('takes a visit of long ago, and says that it will be marked', async () => {
    const service = aFieldService();
    await open('L1');

    choose('上门');
    choose('选一天');
    type('别的日子', '2026年10月3日');
    tap('就这天');
    expect(screen.getByText(/会标上“补记”/)).toBeTruthy();
    tap('保存');
    await screen.findByText('补记');

    await waitFor(() => expect(service.facts).toMatchObject([{ visitDay: '2026-10-03' }]));
  });

  it('finds her by a part of her name, those who are due first', async () => {
    const many = Array.from({ length: 12 }, (_, n) => aWoman({ id: `L${n}`, name: `示例·${n}号` }));
    aFieldService([...many, aWoman({ id: 'due', name: '示例·久等', lastVisitDay: '2026-01-01' })]);
    await open();
    await screen.findByRole('radio', { name: /久等/ });

    const [first] = screen.getAllByRole('radio', { name: /^示例/ });
    expect(first?.getAttribute('aria-label')).toMatch(/^示例·久等/);
    type('找姓名，选填', '11号');
    expect(screen.getAllByRole('radio', { name: /^示例/ })).toHaveLength(1);
  });

  it('says what is missing and keeps the words when the phone is full', async () => {
    aFieldService();
    await open();
    await screen.findByRole('radio', { name: /许春花/ });
    tap('保存');
    expect(screen.getByText('! 选一下去看了谁。')).toBeTruthy();

    choose(/许春花/);
    choose('上门');
    phone.isFull = true;
    type(/备注/, '她想学剪纸');
    tap('保存');

    expect(screen.getByText(/手机里放不下了/)).toBeTruthy();
    expect(box(/备注/).value).toBe('她想学剪纸');
    expect(screen.queryByText(/记下了/)).toBeNull();
  });
});
