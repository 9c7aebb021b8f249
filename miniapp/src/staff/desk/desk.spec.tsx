import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { DeskTicketRow } from '@niangjia/shared';
import {
  aDeskJob,
  anEscalation,
  aTicket,
  contact,
  refuses,
  says,
  staff,
  theServiceAnswers,
} from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { forgetSession, keepSession, sessionToken } from '@/platform/session';
import DeskPage from '.';

const desk = '/desk/case-tickets';
const rows = (items: DeskTicketRow[], next: string | null = null) => ({
  'GET /me': says(staff),
  [`GET ${desk}`]: says({ items, next }),
});
const questions = () =>
  phone.asked.filter(({ url }) => url.includes(desk)).map(({ url }) => url.split('?')[1]);

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00+08:00'), doNotFake: ['setTimeout'] });
  act(() => keepSession('secret'));
});
afterEach(() => jest.useRealTimers());

it('says risk, kind, state, federation and clock of each ticket in words', async () => {
  theServiceAnswers(rows([aTicket({ risk: 'danger', dueDay: '2026-11-20' })]));
  render(<DeskPage />);

  const name =
    /现在有危险，家暴，已收到，霞美村妇联，还没分，收到：周日 11月22日 上午9点，期限：.*超过期限 2 天/;
  fireEvent.click(await screen.findByRole('button', { name }));

  expect(phone.visited).toEqual(['/staff/case-ticket/index?id=T1']);
});

it('asks for the state and risk that were chosen, and for the next page', async () => {
  theServiceAnswers(rows([aTicket()], 'key'));
  render(<DeskPage />);
  await screen.findByRole('button', { name: '再看一些' });

  fireEvent.click(screen.getByRole('button', { name: '筛选，现在看：全部' }));
  fireEvent.click(screen.getByRole('radio', { name: '还没分的' }));
  fireEvent.click(screen.getByRole('radio', { name: '已受理' }));
  fireEvent.click(screen.getByRole('radio', { name: '高风险' }));
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }));

  await waitFor(() =>
    expect(questions().pop()).toBe('assigned=nobody&state=accepted&risk=high&limit=20&after=key'),
  );
});

it('narrows to one federation found by its name, says which, and lets go of it again', async () => {
  theServiceAnswers({
    ...rows([aTicket()]),
    'GET /desk/federations': says({
      found: [{ id: 'F2', name: '霞美镇妇联', parentName: '南安市妇联' }],
      meant: [],
    }),
  });
  render(<DeskPage />);
  fireEvent.click(await screen.findByRole('button', { name: '筛选，现在看：全部' }));
  fireEvent.click(screen.getByRole('button', { name: '选一个妇联' }));

  const search = screen.getByRole('textbox', { name: '搜镇、村、社区的名字' });
  fireEvent.change(search, { target: { value: 'xiamei' } });
  fireEvent.click(await screen.findByRole('button', { name: '霞美镇妇联，南安市妇联' }));

  await screen.findByRole('button', { name: '筛选，现在看：霞美镇妇联' });
  await waitFor(() => expect(questions().pop()).toBe('federationId=F2&limit=20'));
  fireEvent.click(screen.getByRole('button', { name: '不限妇联' }));
  await waitFor(() => expect(questions().pop()).toBe('limit=20'));
});

it('narrows to one federation by going down the tree', async () => {
  theServiceAnswers({
    ...rows([aTicket()]),
    'GET /federations/xiamei/children': says({ items: [], next: null }),
  });
  render(<DeskPage />);
  fireEvent.click(await screen.findByRole('button', { name: '筛选，现在看：全部' }));
  fireEvent.click(screen.getByRole('button', { name: '选一个妇联' }));
  fireEvent.click(await screen.findByRole('button', { name: '霞美村妇联' }));
  fireEvent.click(screen.getByRole('button', { name: '就选霞美村妇联' }));

  await waitFor(() => expect(questions().pop()).toBe('federationId=xiamei&limit=20'));
});

it('takes a kept filter with its federation, and names it', async () => {
  const kept = {
    ...{ id: 'S1', name: '霞美的急件', federationName: '霞美镇妇联' },
    filter: { risk: 'danger', federationId: 'F2' },
  };
  theServiceAnswers({
    ...rows([aTicket()]),
    'GET /desk/case-ticket-filters': says({ items: [kept], next: null }),
  });
  render(<DeskPage />);
  fireEvent.click(await screen.findByRole('button', { name: '筛选，现在看：全部' }));
  fireEvent.click(await screen.findByRole('radio', { name: '霞美的急件' }));

  await screen.findByRole('button', { name: '筛选，现在看：霞美镇妇联、现在有危险' });
  await waitFor(() => expect(questions().pop()).toBe('risk=danger&federationId=F2&limit=20'));
});

it('keeps her other work behind one button on a phone, so that the first ticket is in view', async () => {
  theServiceAnswers(rows([aTicket()]));
  render(<DeskPage />);
  fireEvent.click(await screen.findByRole('button', { name: '别的工作' }));

  fireEvent.click(screen.getByRole('button', { name: '审批' }));
  expect(phone.visited).toEqual(['/staff/approvals/index']);
  fireEvent.click(screen.getByRole('button', { name: '收起' }));
  expect(screen.queryByRole('button', { name: '审批' })).toBeNull();
});

it('says so when there is nothing', async () => {
  theServiceAnswers(rows([]));
  render(<DeskPage />);

  await screen.findByText('今天没有新的求助。');
});

it('reads the list again when she comes back from a ticket, the first time too', async () => {
  theServiceAnswers(rows([aTicket()]));
  render(<DeskPage />);
  await screen.findByRole('button', { name: /，已收到，/ });

  theServiceAnswers(rows([aTicket({ state: 'accepted' })]));
  act(() => phone.comeBack());

  await screen.findByRole('button', { name: /，已受理，/ });
});

it('is as long as it was when she comes back from a ticket further down, without those that are gone', async () => {
  const inTwoPages = (first: DeskTicketRow[], second: DeskTicketRow[]) => {
    theServiceAnswers(rows(first, 'key'));
    const { answer } = phone;
    phone.answer = async (asked) =>
      asked.url.includes('after=key') ? says({ items: second, next: null }) : answer(asked);
  };
  const of = (federationName: string) => aTicket({ id: federationName, federationName });
  const all = () => screen.queryAllByText(/^[甲乙丙]$/).map(({ textContent }) => textContent);
  inTwoPages([of('甲'), of('乙')], [of('丙')]);
  render(<DeskPage />);
  await screen.findByText('甲');
  fireEvent.click(screen.getByRole('button', { name: '再看一些' }));
  await screen.findByText('丙');

  inTwoPages([of('甲')], [of('丙')]);
  act(() => phone.comeBack());
  expect(all()).toEqual(['甲', '乙', '丙']);
  await waitFor(() => expect(all()).toEqual(['甲', '丙']));

  expect(questions().slice(-2)).toEqual(['limit=20', 'limit=20&after=key']);
});

it('shows what a desk below missed, by whose article, and opens it', async () => {
  theServiceAnswers({
    ...rows([aTicket()]),
    'GET /desk/escalations': says({ items: [anEscalation()], next: null }),
  });
  render(<DeskPage />);

  const name = /^金枝村妇联，告知是否受理或转往何处：.*超过期限 7 天，信访工作条例第二十三条/;
  fireEvent.click(await screen.findByRole('button', { name }));

  expect(phone.visited).toEqual(['/staff/case-ticket/index?id=T9']);
});

it('tells who holds no post that there is nothing for her to do', async () => {
  theServiceAnswers({
    'GET /me': says({ ...staff, posts: [] }),
    [`GET ${desk}`]: refuses('not_found'),
  });
  render(<DeskPage />);

  await screen.findByText(/没有受理求助的任职/);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('shows to the contact of an employer its posts, each to open, and no tickets', async () => {
  theServiceAnswers({
    'GET /me': says(contact),
    'GET /desk/jobs': says({ items: [aDeskJob({ mayEdit: false })], next: null }),
  });
  render(<DeskPage />);
  fireEvent.click(await screen.findByRole('button', { name: /^缝纫工，招人中/ }));

  expect(phone.visited).toEqual(['/staff/job-bookings/index?id=J1']);
  expect(screen.getByRole('heading', { name: '我们的岗位' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: '求助' })).toBeNull();
  expect(screen.queryByRole('button', { name: /新建|妈妈岗/ })).toBeNull();
  expect(questions()).toEqual([]);
});

it('shows to whoever writes posts too no second list of them', async () => {
  const [post] = contact.posts;
  const actions = ['booking.read_shared', 'job.edit'] as const;
  theServiceAnswers({ 'GET /me': says({ ...contact, posts: [{ ...post, actions }] }) });
  render(<DeskPage />);

  await screen.findByRole('button', { name: '妈妈岗' });
  expect(screen.queryByRole('heading', { name: '我们的岗位' })).toBeNull();
});

it('shows the tickets also when it cannot be read who she is', async () => {
  theServiceAnswers({ ...rows([aTicket()]), 'GET /me': refuses('fault') });
  render(<DeskPage />);

  expect(await screen.findByRole('button', { name: /家暴/ })).toBeTruthy();
});

it('hides everything when the session ends, and leads to sign-in and back', async () => {
  theServiceAnswers(rows([aTicket()]));
  render(<DeskPage />);
  const row = await screen.findByRole('button', { name: /家暴/ });

  theServiceAnswers({ [`GET ${desk}`]: refuses('session_ended') });
  fireEvent.click(screen.getByRole('button', { name: '刷新' }));
  await screen.findByText('登录已过期');

  expect(row.closest('.signed-in--hidden')).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '去登录' }));
  expect(phone.visited).toEqual(['/staff/sign-in/index?back=1']);
});

it('asks nothing of the service before somebody has signed in', () => {
  act(() => forgetSession());
  render(<DeskPage />);

  expect(screen.getByText('先登录')).toBeTruthy();
  expect(phone.asked).toEqual([]);
});

it('signs out on this phone also when the service cannot be reached', async () => {
  theServiceAnswers(rows([aTicket()]));
  render(<DeskPage />);
  await screen.findByRole('button', { name: /家暴/ });

  phone.answer = () => Promise.reject(new Error('offline'));
  fireEvent.click(screen.getByRole('button', { name: '别的工作' }));
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }));

  await waitFor(() => expect(phone.visited).toEqual(['/pages/mine/index']));
  expect(sessionToken()).toBeUndefined();
});
