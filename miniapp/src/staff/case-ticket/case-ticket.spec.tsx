import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { DeskTicket } from '@niangjia/shared';
import { aClock, aTicket, refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import CaseTicketPage from '.';

const path = '/desk/case-tickets/T1';
const opened = async (ticket: DeskTicket) => {
  theServiceAnswers({ [`GET ${path}`]: says(ticket) });
  render(<CaseTicketPage />);
  await screen.findByRole('heading', { level: 1, name: '求助：家暴' });
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const written = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '答复' }).value;

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'T1' };
  act(() => keepSession('secret'));
});

it('warns not to contact her when she has not said how', async () => {
  await opened(aTicket());

  expect(screen.getByText('不要联系她')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '打电话' })).toBeNull();
});

it('shows when she may be called, what to say to others, and her code word', async () => {
  const safeContact = {
    way: 'call',
    phone: '13800000000',
    when: '上午9点到11点',
    ifSomeoneElse: '说是收快递的',
    codeWord: '木棉',
  } as const;
  await opened(aTicket({ safeContact, inDanger: true }));

  for (const words of ['上午9点到11点', '说是收快递的', '木棉', '她说现在有危险'])
    expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByText('不要联系她')).toBeNull();
});

it('answers her, and keeps remarks for staff apart', async () => {
  await opened(aTicket());
  const answer = says(aTicket({ version: 2, state: 'answered' }));
  theServiceAnswers({ [`POST ${path}/messages`]: answer });

  type('答复', '我们收到了');
  tap('发给她');
  await screen.findByText('✓ 已答复');
  fireEvent.click(screen.getByRole('radio', { name: /内部备注/ }));
  type('内部备注', '已联系派出所');
  tap('记下备注');

  await waitFor(() =>
    expect(sentTo('POST', `${path}/messages`)).toEqual([
      { text: '我们收到了', internal: false },
      { text: '已联系派出所', internal: true },
    ]),
  );
});

it('shows the newest when somebody was faster, and keeps what was typed', async () => {
  await opened(aTicket());
  const closed = aTicket({
    version: 5,
    state: 'closed',
    mayAnswer: false,
    mayMoveTo: ['accepted'],
  });
  theServiceAnswers({
    [`POST ${path}/messages`]: refuses('case_ticket_wrong_state'),
    [`GET ${path}`]: says(closed),
  });

  type('答复', '写了很久的话');
  tap('发给她');

  await screen.findByText('已办结');
  expect(written()).toBe('写了很久的话');
  expect(screen.getByRole('button', { name: /^发给她，/ }).getAttribute('aria-disabled')).toBe(
    'true',
  );
});

it('asks once before closing, with what it ended and a note for later readers', async () => {
  await opened(aTicket({ state: 'accepted' }));
  const closed = aTicket({
    version: 2,
    state: 'closed',
    mayAnswer: false,
    mayMoveTo: ['accepted'],
  });
  theServiceAnswers({ [`POST ${path}/moves`]: says(closed) });

  tap('办结');
  expect(sentTo('POST', `${path}/moves`)).toEqual([]);
  type('怎么办的，选填', '她已住到娘家');
  tap('确定办结');
  expect(screen.getByText('! 选一个结果。')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: '已经解决' }));
  tap('确定办结');

  await screen.findByRole('button', { name: '重新办理' });
  expect(sentTo('POST', `${path}/moves`)).toEqual([
    { to: 'closed', version: 1, outcome: 'solved', note: '她已住到娘家' },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says how a day was counted, by which article, and what is not certain about it', async () => {
  const note = '天数是本会自己定的。';
  const extension = {
    state: 'asked',
    days: 20,
    askedByName: '示例·陈素琴',
    decidedByName: null,
    originalDueDay: '2026-12-07',
    way: 'head',
  } as const;
  await opened(aTicket({ deadlines: [aClock({ note, extension, told: 'escalated' })] }));

  expect(screen.getByText('从 11月22日 起 15 个自然日')).toBeTruthy();
  expect(screen.getByText('信访工作条例第二十三条')).toBeTruthy();
  expect(screen.getByText(note)).toBeTruthy();
  const waits = '申请延长，等批准：20 天，示例·陈素琴。由另一位负责人批。';
  expect(screen.getByText(waits)).toBeTruthy();
  expect(screen.getByText('已经报到上级妇联')).toBeTruthy();
});

it('says why a clock does not run and who has looked, several looks in one line', async () => {
  const read = {
    who: '示例·李月娥',
    what: 'read',
    about: null,
    to: null,
    outcome: null,
    note: null,
  } as const;
  await opened(
    aTicket({
      events: [
        { ...read, at: '2026-11-22T09:10:00+08:00' },
        { ...read, at: '2026-11-22T09:20:00+08:00' },
      ],
      deadlines: [aClock({ whyNot: 'name_or_address_unknown', counted: null, dueDay: null })],
    }),
  );

  expect(screen.getByText(/没有留下姓名或住址/)).toBeTruthy();
  expect(screen.getByText('示例·李月娥 看过 2 次')).toBeTruthy();
});

it('comes back to a remark as a remark, also on a phone', async () => {
  await opened(aTicket());
  fireEvent.click(screen.getByRole('radio', { name: /内部备注/ }));
  type('内部备注', '怀疑丈夫看她手机');

  cleanup();
  await opened(aTicket());
  const remark = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '内部备注' });

  expect(remark.value).toBe('怀疑丈夫看她手机');
  expect(screen.queryByRole('button', { name: '发给她' })).toBeNull();
});
