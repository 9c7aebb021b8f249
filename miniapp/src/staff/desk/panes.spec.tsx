import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { atAPc } from '../../../test/at-a-pc';
import { aTicket, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import DeskPage from '.';

const one = aTicket();
const two = aTicket({ id: 'T2', kind: 'children', risk: 'normal' });
const desk = '/desk/case-tickets';
const row = (name: RegExp) => screen.getByRole('button', { name });
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

beforeEach(async () => {
  phone.reset();
  location.hash = '#/staff/desk/index';
  atAPc();
  act(() => keepSession('secret'));
  theServiceAnswers({
    'GET /me': says(staff),
    [`GET ${desk}`]: says({ items: [one, two], next: null }),
    [`GET ${desk}/T1`]: says(one),
    [`GET ${desk}/T2`]: says(two),
  });
});

const opened = async () => {
  render(<DeskPage />);
  fireEvent.click(await screen.findByRole('button', { name: /家暴/ }));
  await screen.findByRole('heading', { name: '求助：家暴' });
};

it('opens a ticket beside the list, marks it there, and names it in the address', async () => {
  await opened();

  expect(row(/^高风险，家暴/).getAttribute('aria-current')).toBe('true');
  expect(row(/^一般，子女/).getAttribute('aria-current')).toBeNull();
  expect(location.hash).toBe('#/staff/desk/index?id=T1');
  expect(phone.visited).toEqual([]);
});

it('opens again what the address names', async () => {
  phone.pageQuery = { id: 'T2' };
  render(<DeskPage />);

  await screen.findByRole('heading', { name: '求助：子女' });
});

it('goes along the list by j and k, and opens nothing before she says so', async () => {
  render(<DeskPage />);
  await screen.findByRole('button', { name: /家暴/ });

  press('j');
  press('j');
  expect(document.activeElement).toBe(row(/子女/));
  press('k');

  expect(document.activeElement).toBe(row(/家暴/));
  expect(phone.asked.some(({ url }) => url.includes(`${desk}/T1`))).toBe(false);
});

it('accepts by a, and the row in the list says so where it stands', async () => {
  await opened();
  const accepted = aTicket({ version: 2, state: 'accepted', mayMoveTo: ['closed'] });
  theServiceAnswers({ [`POST ${desk}/T1/moves`]: says(accepted) });

  press('a');

  await waitFor(() => expect(row(/^高风险，家暴，已受理/)).toBeTruthy());
  expect(sentTo('POST', `${desk}/T1/moves`)).toEqual([{ to: 'accepted', version: 1 }]);
});

it('leads by r and i to where she writes, and there every letter is a letter', async () => {
  await opened();

  press('i');
  expect(document.activeElement).toBe(box('内部备注'));
  press('r');
  press('a');
  press('C');

  expect(box('内部备注')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sentTo('POST', `${desk}/T1/moves`)).toEqual([]);
});

it('asks before it closes by shift and c, and Escape takes one step back at a time', async () => {
  await opened();

  press('C', { shiftKey: true });
  expect(screen.getByRole('dialog', { name: '办结这件求助？' })).toBeTruthy();
  press('Escape');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(location.hash).toContain('T1');
  press('Escape');

  expect(location.hash).toBe('#/staff/desk/index');
  expect(document.activeElement).toBe(row(/家暴/));
});

it('lists the keys by ?, where single letters can be switched off', async () => {
  await opened();

  press('?');
  fireEvent.click(screen.getByRole('radio', { name: '关' }));
  fireEvent.click(screen.getByRole('button', { name: '关闭，快捷键' }));
  press('?');
  press('C');

  expect(screen.queryByRole('dialog')).toBeNull();
});

it('keeps what she was writing while she looks at another one', async () => {
  await opened();
  fireEvent.change(box('答复'), { target: { value: '写到一半' } });

  fireEvent.click(row(/子女/));
  await screen.findByRole('heading', { name: '求助：子女' });
  expect(box('答复').value).toBe('');
  fireEvent.click(row(/家暴/));
  await screen.findByRole('heading', { name: '求助：家暴' });

  expect(box('答复').value).toBe('写到一半');
});
