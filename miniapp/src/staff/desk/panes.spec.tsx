import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { atAPc } from '../../../test/at-a-pc';
import { aTicket, refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
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

it('accepts by s, and the row in the list says so where it stands', async () => {
  await opened();
  const accepted = aTicket({ version: 2, state: 'accepted', mayMoveTo: ['closed'] });
  theServiceAnswers({ [`POST ${desk}/T1/moves`]: says(accepted) });

  press('s');

  await waitFor(() => expect(row(/^高风险，家暴，已受理/)).toBeTruthy());
  expect(sentTo('POST', `${desk}/T1/moves`)).toEqual([{ to: 'accepted', version: 1 }]);
});

it('leads by r and e to where she writes, and there every letter is a letter', async () => {
  await opened();

  press('e');
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

it('keeps for whom she was writing, and sends only from where she writes', async () => {
  await opened();
  press('e');
  fireEvent.change(box('内部备注'), { target: { value: '怀疑丈夫看她手机' } });

  fireEvent.click(row(/子女/));
  await screen.findByRole('heading', { name: '求助：子女' });
  fireEvent.click(row(/家暴/));
  await screen.findByRole('heading', { name: '求助：家暴' });
  expect(box('内部备注').value).toBe('怀疑丈夫看她手机');
  act(() => row(/家暴/).focus());
  press('Enter', { ctrlKey: true });
  expect(sentTo('POST', `${desk}/T1/messages`)).toEqual([]);
  theServiceAnswers({ [`POST ${desk}/T1/messages`]: says(aTicket({ version: 2 })) });
  act(() => box('内部备注').focus());
  press('Enter', { ctrlKey: true });

  const sent = [{ text: '怀疑丈夫看她手机', internal: true }];
  await waitFor(() => expect(sentTo('POST', `${desk}/T1/messages`)).toEqual(sent));
});

it('lets go of a ticket that is not hers to see any more: words, draft and row', async () => {
  const words = '他又打我。';
  const her = { id: 'M', from: 'her', internal: false, authorName: null, text: words } as const;
  const messages = [{ ...her, writtenAt: one.receivedAt }];
  theServiceAnswers({
    'GET /me': says(staff),
    [`GET ${desk}`]: says({ items: [one, two], next: null }),
    [`GET ${desk}/T1`]: says({ ...one, messages }),
    [`GET ${desk}/T2`]: says(two),
  });
  await opened();
  expect(screen.getByText(words)).toBeTruthy();
  fireEvent.change(box('答复'), { target: { value: '写到一半' } });

  theServiceAnswers({
    [`GET ${desk}/T1`]: refuses('case_ticket_not_found'),
    [`GET ${desk}/T2`]: says(two),
    [`POST ${desk}/T1/messages`]: refuses('case_ticket_not_found'),
  });
  fireEvent.click(screen.getByRole('button', { name: '发给她' }));
  await screen.findByText('没找到这件求助。回到列表再看。');

  expect(screen.queryByText(words)).toBeNull();
  expect(screen.queryByRole('button', { name: /家暴/ })).toBeNull();
  theServiceAnswers({ [`GET ${desk}/T1`]: says(one), [`GET ${desk}/T2`]: says(two) });
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByRole('heading', { name: '求助：家暴' });
  expect(box('答复').value).toBe('');
});

it('takes the row away when she stands aside herself', async () => {
  await opened();
  theServiceAnswers({ [`POST ${desk}/T1/recusal`]: says({ recused: true }) });

  fireEvent.click(screen.getByRole('button', { name: '我要回避' }));
  fireEvent.change(box('原因'), { target: { value: '她是我表妹' } });
  fireEvent.click(screen.getAllByRole('button', { name: '我要回避' }).pop()!);

  await screen.findByText('点一件求助，就在这里打开。');
  expect(screen.queryByRole('button', { name: /家暴/ })).toBeNull();
});

describe('what belongs to a colleague or is over already', () => {
  const hers = aTicket({ assigneeName: '示例·陈素琴', state: 'closed', mayMoveTo: ['accepted'] });
  const acts = () => phone.asked.filter(({ method }) => method === 'POST');
  const writeWhy = (label: string) => fireEvent.change(box(label), { target: { value: '她请假' } });
  beforeEach(async () => {
    theServiceAnswers({
      'GET /me': says(staff),
      [`GET ${desk}`]: says({ items: [hers], next: null }),
      [`GET ${desk}/T1`]: says(hers),
      [`POST ${desk}/T1/moves`]: says(aTicket({ version: 2, state: 'accepted' })),
      [`POST ${desk}/T1/assignee`]: says(aTicket({ version: 2, isMine: true })),
    });
    await opened();
  });

  it('is not opened again by one letter: s asks why', async () => {
    press('s');
    writeWhy('为什么重新办理');
    expect(acts()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '确定重新办理' }));

    await waitFor(() => expect(acts()).toHaveLength(1));
    expect(acts()[0]!.data).toEqual({ to: 'accepted', version: 1, note: '她请假' });
  });

  it('is not taken over by one letter: t asks why', async () => {
    press('t');
    expect(screen.getByRole('dialog', { name: '从示例·陈素琴手上接过来？' })).toBeTruthy();
    writeWhy('为什么接过来');
    expect(acts()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '接过来办' }));

    await waitFor(() => expect(acts()).toHaveLength(1));
    expect(acts()[0]!.data).toMatchObject({ version: 1, reason: '她请假' });
  });

  it('is given to a colleague by a', () => {
    press('a');

    expect(screen.getByRole('dialog', { name: '分给谁办' })).toBeTruthy();
  });
});

it('goes elsewhere by g and a letter, which then is no act of its own', async () => {
  await opened();

  press('g');
  press('a');

  expect(phone.visited).toEqual(['/staff/activities/index']);
  expect(screen.queryByRole('dialog')).toBeNull();
});
