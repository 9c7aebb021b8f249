import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { DeskTicket } from '@niangjia/shared';
import { aPerson, aTicket, refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { changedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { keepSession } from '@/platform/session';
import { keep } from '@/platform/storage';
import CaseTicketPage from '.';

const path = '/desk/case-tickets/T1';
const people = says({
  items: [aPerson(), aPerson({ accountId: 'P2', mayHave: false, mayBar: false })],
  next: null,
});
const atTown = { id: 'F2', name: '霞美镇妇联', level: 'town', whyNot: null };
const belowTown = { parentId: 'F2', parentName: '霞美镇妇联' };
const targets = says({
  items: [
    { ...atTown, parentId: 'F0', parentName: '南安市妇联' },
    { id: 'F3', name: '四黄村妇联', level: 'village', ...belowTown, whyNot: null },
  ],
  next: null,
});
const around = { [`GET ${path}/people`]: people, [`GET ${path}/hand-over-targets`]: targets };

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

it('is offered to another federation, and taken back while nobody there has answered', async () => {
  const handOver = {
    federationName: '四黄村妇联',
    offeredByName: '示例·李月娥',
    offeredAt: '2026-11-23T09:00:00+08:00',
  };
  await opened(aTicket());
  answers('/hand-over', { handOver, may: ['recall_hand_over'] });

  tap('交给别的妇联');
  await choose(/四黄村妇联/);
  type('为什么交过去', '她住在四黄');
  tap('请那边接手');
  await screen.findByText('请四黄村妇联接手，还没有回话');
  answers('/hand-over/recall', { version: 3 });
  tap('收回，自己办');

  await waitFor(() => expect(screen.queryByText(/还没有回话/)).toBeNull());
  expect(sentTo('POST', `${path}/hand-over`)).toEqual([
    { version: 1, federationId: 'F3', reason: '她住在四黄' },
  ]);
  expect(sentTo('POST', `${path}/hand-over/recall`)).toEqual([{ version: 2 }]);
});

it('is offered further up and elsewhere: one step up the tree, by name, and the next page', async () => {
  const county = {
    id: 'F0',
    name: '南安市妇联',
    level: 'county',
    parentId: null,
    parentName: null,
  };
  const page = { items: [{ ...county, whyNot: null }], next: 'key' };
  const asked = () => phone.asked.map(({ url }) => url.split('hand-over-targets?')[1]).pop();
  await opened(aTicket());
  tap('交给别的妇联');
  await screen.findByRole('radio', { name: '霞美镇妇联' });

  theServiceAnswers({ ...around, [`GET ${path}/hand-over-targets`]: says(page) });
  tap('看上一级：南安市妇联');
  await screen.findByRole('radio', { name: '南安市妇联' });
  expect(asked()).toBe('below=F0&limit=100');
  expect(screen.queryByRole('button', { name: /看上一级/ })).toBeNull();
  tap('再看一些');
  await waitFor(() => expect(asked()).toBe('below=F0&limit=100&after=key'));

  type('搜镇、村、社区的名字', 'jintao');
  await waitFor(() => expect(asked()).toBe('search=jintao'));
  await screen.findByText('找到的');
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

it('shows nothing of what concerns a minor, and asks for leave with a reason', async () => {
  const locked = { concernsMinor: true, locked: true, mayAnswer: false, mayMoveTo: [] };
  await opened(aTicket({ ...locked, may: ['ask_unlock'] }));
  answers('/unlock', { ...locked, unlockAsked: true, may: [] });

  expect(screen.queryByText('她说的和答复')).toBeNull();
  expect(screen.queryByText('怎么联系她')).toBeNull();
  tap('申请查看');
  type('为什么要看', '要陪她去学校');
  tap('提交申请');

  await screen.findByText('您已经申请查看，等另一位负责人批。');
  expect(sentTo('POST', `${path}/unlock`)).toEqual([{ reason: '要陪她去学校' }]);
});

it.each([
  ['colleague', '要看，先申请。这里和上级都没有别的主席，由另一位办求助的同事批。'],
  ['be_joined', /^要看，先申请。现在除了您，没有第二个人能批。请主席/],
] as const)(
  'says who can let her read it, and what to do where nobody can: %s',
  async (way, said) => {
    await opened(
      aTicket({ concernsMinor: true, locked: true, unlockWay: way, may: ['ask_unlock'] }),
    );
    expect(screen.getByText(said)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '去请一位同事' })).toBeNull();
  },
);

it('leads the only head to where she invites a second person', async () => {
  await opened(aTicket({ concernsMinor: true, locked: true, unlockWay: 'invite', may: [] }));

  tap('去请一位同事');

  expect(phone.visited).toEqual(['/staff/organisation/index']);
});

const request = {
  accountId: 'P1',
  name: '示例·陈素琴',
  reason: '要陪她去学校',
  askedAt: '2026-11-23T09:00:00+08:00',
};

it('says that she is in danger before all that waits', async () => {
  await opened(aTicket({ inDanger: true, concernsMinor: true, unlockRequests: [request] }));

  const [danger, waits] = ['她说现在有危险', request.reason].map((words) =>
    screen.getByText(words),
  );
  expect(danger!.compareDocumentPosition(waits!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('lets the head decide on who asks to read it, with the reason before her', async () => {
  await opened(aTicket({ concernsMinor: true, unlockRequests: [request] }));
  answers('/unlock/decision', { concernsMinor: true });

  expect(screen.getByText('要陪她去学校')).toBeTruthy();
  tap('让她看');

  await waitFor(() => expect(screen.queryByText('示例·陈素琴申请查看')).toBeNull());
  expect(sentTo('POST', `${path}/unlock/decision`)).toEqual([{ accountId: 'P1', approve: true }]);
});

it('is not hers any more once she has declared herself barred', async () => {
  await opened(aTicket());
  theServiceAnswers({ [`POST ${path}/recusal`]: says({ recused: true }) });

  tap('我要回避');
  type('原因', '当事人是我表姐');
  tap('我要回避');

  await waitFor(() => expect(phone.visited).toEqual(['/pages/home/index']));
  expect(sentTo('POST', `${path}/recusal`)).toEqual([{ reason: '当事人是我表姐' }]);
});

it('lets the head bar somebody, with a reason', async () => {
  await opened(aTicket({ may: ['bar'] }));
  answers('/bars', { may: ['bar'] });

  tap('请人回避');
  await choose(/^示例·陈素琴/);
  expect(sentTo('GET', `${path}/people`)).toHaveLength(1);
  type('原因', '她是当事人的婆婆');
  tap('请她回避');

  await waitFor(() =>
    expect(sentTo('POST', `${path}/bars`)).toEqual([
      { accountId: 'P1', reason: '她是当事人的婆婆' },
    ]),
  );
});

it('is read again when she comes back from what she did with it on another page', async () => {
  await opened(aTicket());
  const reads = () => sentTo('GET', path).length;

  act(() => phone.comeBack());
  expect(reads()).toBe(1);
  changedElsewhere('T1');
  theServiceAnswers({
    [`GET ${path}`]: says(aTicket({ version: 3, assigneeName: '示例·陈素琴' })),
  });
  act(() => phone.comeBack());
  await screen.findByText('示例·陈素琴在办。');

  act(() => phone.comeBack());
  expect(reads()).toBe(2);
});
