import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { WomensHomeChange } from '@niangjia/shared';
import { aHome, refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import WomensHomePage from '.';

const path = '/desk/womens-homes/H1';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const phoneBox = () => screen.getByRole<HTMLInputElement>('textbox', { name: '电话，选填' });
const saved = () => sentTo('PUT', path) as WomensHomeChange[];

beforeEach(async () => {
  phone.reset();
  phone.pageQuery = { id: 'H1' };
  // The stand-in for a browser has no layout.
  Element.prototype.scrollIntoView = () => undefined;
  act(() => keepSession('secret'));
  theServiceAnswers({
    [`GET ${path}`]: says(aHome()),
    [`PUT ${path}`]: says(aHome({ version: 4 })),
  });
  render(<WomensHomePage />);
  await screen.findByRole('heading', { level: 1 });
});

it('saves hours as they are said, however they were typed, and the rest unchanged', async () => {
  tap(/^周六/);
  tap('周六加一段时间');
  type('开门', '830');
  type('关门', '１１点30');
  expect(screen.getByRole('button', { name: '周六，08:30–11:30，收起' })).toBeTruthy();
  tap('保存');
  await screen.findByText(/保存好了/);

  const { name, phone: number, hours, version } = saved()[0]!;
  expect({ name, number, version }).toEqual({
    name: '霞美村妇女之家',
    number: '0595-00001234',
    version: 3,
  });
  expect(hours.weekly[5]).toEqual([{ opens: '08:30', closes: '11:30' }]);
  expect(hours.weekly[0]).toEqual([{ opens: '08:30', closes: '17:30' }]);
});

it('lists every fault at the top and sends nothing until they are gone', () => {
  type('名称', '');
  type('纬度', '九十');
  tap(/^周一/);
  type('关门', '8:00');
  tap('保存');

  expect(screen.getByText('有 3 处要改')).toBeTruthy();
  expect(screen.getByRole('button', { name: '周一：关门要晚于开门。' })).toBeTruthy();
  expect(saved()).toEqual([]);

  tap('名称至少写 2 个字。');
  expect(screen.getByRole('textbox', { name: '名称' }).matches(':focus')).toBe(true);
});

it('shows a fault that only the service knows at its place', async () => {
  const message = '电话写成数字和短横。';
  theServiceAnswers({ [`PUT ${path}`]: refuses('bad_input', { phone: message }) });
  type('电话，选填', '打给小王找我');
  tap('保存');

  await screen.findByRole('button', { name: message });
  expect(phoneBox().getAttribute('aria-invalid')).toBe('true');
  expect(phoneBox().value).toBe('打给小王找我');
});

it('keeps her input when somebody saved first, says what changed, and lets her decide', async () => {
  const theirs = aHome({ version: 7, address: '新街 1 号' });
  theServiceAnswers({
    [`PUT ${path}`]: refuses('changed_meanwhile'),
    [`GET ${path}`]: says(theirs),
  });
  type('电话，选填', '0595-00009999');
  tap('保存');
  await screen.findByText('别人改了：地址。');
  expect(phoneBox().value).toBe('0595-00009999');

  theServiceAnswers({ [`PUT ${path}`]: says(aHome({ version: 8 })) });
  tap('用我填的保存');

  await waitFor(() => expect(saved().pop()).toMatchObject({ version: 7, phone: '0595-00009999' }));
});

it('adds other hours for some days with a reason', async () => {
  tap('加一个特别安排');
  type('第一天', '2027年2月5日');
  type('最后一天', '20270212');
  type('为什么', '春节');
  tap('保存');
  await screen.findByText(/保存好了/);

  expect(saved()[0]!.hours.overrides).toEqual([
    { from: '2027-02-05', to: '2027-02-12', reason: '春节', intervals: [] },
  ]);
});

describe('what was typed before the page was closed', () => {
  const reopened = async () => {
    cleanup();
    render(<WomensHomePage />);
    await screen.findByRole('heading', { level: 1 });
  };

  beforeEach(async () => {
    type('电话，选填', '0595-99');
    tap(/^周六/);
    tap('周六加一段时间');
    type('开门', '830');
    await reopened();
  });

  it('is there again, rows of hours too, and goes when she begins anew', async () => {
    expect(phoneBox().value).toBe('0595-99');
    tap(/^周六，08:30–/);
    tap('周六加一段时间');
    expect(screen.getAllByRole('textbox', { name: '开门' })).toHaveLength(2);

    tap('重新填');
    expect(phoneBox().value).toBe('0595-00001234');
    await reopened();
    expect(screen.queryByText('接着上次填的。')).toBeNull();
  });

  it('is gone once it is saved', async () => {
    tap(/^周六/);
    type('关门', '11点30');
    tap('保存');
    await screen.findByText(/保存好了/);
    theServiceAnswers({ [`GET ${path}`]: says(aHome({ version: 4 })) });

    await reopened();
    expect(phoneBox().value).toBe('0595-00001234');
  });

  it('is not put over what somebody else has saved meanwhile', async () => {
    theServiceAnswers({ [`GET ${path}`]: says(aHome({ version: 9 })) });

    await reopened();
    expect(phoneBox().value).toBe('0595-00001234');
  });
});
