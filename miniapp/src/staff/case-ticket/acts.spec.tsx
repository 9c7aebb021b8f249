import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { DeskTicket } from '@niangjia/shared';
import { aPerson, aTicket, refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import { keep } from '@/platform/storage';
import CaseTicketPage from '.';

const path = '/desk/case-tickets/T1';
const people = says({
  items: [aPerson(), aPerson({ accountId: 'P2', mayHave: false, mayBar: false })],
  next: null,
});
const around = { [`GET ${path}/people`]: people };

const opened = async (ticket: DeskTicket) => {
  theServiceAnswers({ ...around, [`GET ${path}`]: says(ticket) });
  render(<CaseTicketPage />);
  await screen.findByRole('heading', { level: 1 });
};
const answers = (way: string, facts: Partial<DeskTicket>) =>
  theServiceAnswers({ ...around, [`POST ${path}${way}`]: says(aTicket({ version: 2, ...facts })) });
const tap = (name: string) => fireEvent.click(screen.getAllByRole('button', { name }).pop()!);
const choose = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'T1' };
  keep('signed-in-as', 'me');
  act(() => keepSession('secret'));
});

it('is taken with one tap', async () => {
  await opened(aTicket());
  answers('/assignee', { isMine: true, assigneeName: '示例·李月娥' });

  tap('我来办');

  await screen.findByText('您在办。');
  expect(sentTo('POST', `${path}/assignee`)).toEqual([{ version: 1, accountId: 'me' }]);
  expect(screen.queryByRole('button', { name: '我来办' })).toBeNull();
});

it('is given to one of those who may have it', async () => {
  await opened(aTicket());
  answers('/assignee', { assigneeName: '示例·陈素琴' });

  tap('分给同事');
  await choose(/^示例·陈素琴/);
  expect(screen.getAllByRole('radio', { name: /示例·陈素琴/ })).toHaveLength(1);
  tap('就分给她');

  await screen.findByText('示例·陈素琴在办。');
  expect(sentTo('POST', `${path}/assignee`)).toEqual([{ version: 1, accountId: 'P1' }]);
});

it('tells her where else to go, and why, before it closes', async () => {
  await opened(aTicket());
  answers('/redirection', { state: 'closed', outcome: 'redirected', may: [], mayMoveTo: [] });

  tap('告知去向');
  type('该向哪里提出', '南安市劳动监察大队');
  tap('告知她并办结');
  expect(screen.getByText('! 为什么至少写 2 个字。')).toBeTruthy();
  type('为什么', '讨薪归他们管');
  tap('告知她并办结');

  await screen.findByText('结果：不归本会管，已告知去向');
  expect(sentTo('POST', `${path}/redirection`)).toEqual([
    { version: 1, where: '南安市劳动监察大队', reason: '讨薪归他们管' },
  ]);
});

it('says who was quicker and with what, and keeps what she typed', async () => {
  await opened(aTicket());
  const lastMove = {
    who: '示例·林小梅',
    isMe: false,
    what: 'moved',
    to: 'accepted',
    at: '2026-11-23T09:00:00+08:00',
  } as const;
  theServiceAnswers({
    [`POST ${path}/redirection`]: refuses('changed_meanwhile'),
    [`GET ${path}`]: says(aTicket({ version: 5, state: 'accepted', lastMove })),
  });

  tap('告知去向');
  type('该向哪里提出', '南安市劳动监察大队');
  type('为什么', '讨薪归他们管');
  tap('告知她并办结');

  await screen.findByText('示例·林小梅 改为已受理');
  expect(box('为什么').value).toBe('讨薪归他们管');
  tap('告知她并办结');
  await waitFor(() =>
    expect(sentTo('POST', `${path}/redirection`)).toEqual([
      expect.objectContaining({ version: 1 }),
      expect.objectContaining({ version: 5 }),
    ]),
  );
});
