import { join } from 'node:path';
import { createElement, type ComponentType } from 'react';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refusals, type RefusalCode } from '@niangjia/shared';
import { chooseTown } from '@/features/womens-home/place';
import { keepSession } from '@/platform/session';
import { aDeskActivity, aDeskJob, aHome, aPerson, aTicket, refuses, says, staff } from './desk';
import { aDeskGrid, aLedgerEntry, aLinkHolder } from './field';
import { claimCode, claimedTicket, town, whoSees } from './her';
import { aBooking, aJob, anActivity, aRegistration } from './her-days';
import { aCommittee, aFile, anEnterprise, aNewInvitation, aPost } from './organisation';
import { source } from './routes';
import { phone, wechatFault } from './stand-ins/taro';

/** A form of the product: how to come to it, what is typed into it, and what it sends. */
interface Form {
  page: string;
  query?: Record<string, string>;
  /** What is read on the way, by `METHOD /path`. */
  reads: Record<string, unknown>;
  /** From the open page to the empty form. */
  reach?: () => Promise<void> | void;
  choose?: readonly [role: string, name: string | RegExp][];
  typed: Record<string, string>;
  send: string;
  sends: string;
  reply: unknown;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => void fireEvent.click(await button(name));
const desk = '/desk/case-tickets/T1';

const readTheAnswer = async () => {
  fireEvent.change(screen.getByRole('textbox', { name: '20 位数字' }), {
    target: { value: claimCode },
  });
  await tap('看答复');
};
const claim = { 'POST /case-tickets/claim': claimedTicket };

/** What the phone of an 执委 asks for when it opens. */
const inTheField = staff.posts.map((post) => ({
  ...post,
  actions: [...post.actions, 'visit.log'],
}));
const emptyField = {
  'GET /me': { ...staff, posts: inTheField },
  'GET /me/linked-women': { items: [], next: null },
  'GET /me/visits': { items: [], next: null },
  'GET /me/grids': { items: [], next: null },
  'POST /visits/sealing-keys': { id: 'K', publicKey: 'A'.repeat(43), submitToken: 's' },
};

const oneOrganisation = {
  page: 'staff/organisation',
  query: { id: 'F2' },
  reads: {
    'GET /desk/federations/F2': aCommittee(),
    'GET /federations/F2/children': { items: [], next: null },
    'GET /federations/F2/chain': { items: [], next: null },
    'GET /federations/xiamei/children': { items: [], next: null },
  },
};

const forms: Record<string, Form> = {
  'asking for help': {
    page: 'women/ask',
    reads: {},
    choose: [['radio', '家里有人打骂']],
    typed: { 发生了什么: '他又动手了\n孩子 👩‍👧 也看到' },
    send: '送出',
    sends: 'POST /case-tickets',
    reply: { id: 'T', claimCode },
  },
  'adding facts': {
    page: 'women/claim',
    reads: claim,
    reach: readTheAnswer,
    typed: { '再补充几句，选填': '孩子也看到' },
    send: '补充',
    sends: 'POST /case-tickets/claim/messages',
    reply: claimedTicket,
  },
  'a safe way to reach her': {
    page: 'women/claim',
    reads: claim,
    reach: async () => {
      await readTheAnswer();
      await tap('告诉我们');
      fireEvent.click(screen.getByRole('radio', { name: '可以打电话' }));
    },
    typed: { 电话: '139 0000 1111', '暗号，选填': '买菜' },
    send: '保存',
    sends: 'POST /case-tickets/claim/safe-contact',
    reply: claimedTicket,
  },
  'whom she does not want to see it': {
    page: 'women/claim',
    reads: { ...claim, 'POST /case-tickets/claim/people': whoSees },
    reach: async () => {
      await readTheAnswer();
      await tap('不要让某个人看');
    },
    typed: { 写一下是谁: '姓林的那位' },
    send: '告诉负责的人',
    sends: 'POST /case-tickets/claim/bar-request',
    reply: claimedTicket,
  },
  registering: {
    page: 'women/activity',
    query: { id: 'A1' },
    reads: { 'GET /activities/A1': anActivity() },
    reach: () => tap('我要报名'),
    choose: [['radio', '一共 2 人']],
    typed: { '怎么称呼您，选填': '阿珍' },
    send: '报名',
    sends: 'POST /activities/A1/registrations',
    reply: aRegistration(),
  },
  'booking a shift': {
    page: 'women/job',
    query: { id: 'J1' },
    reads: { 'GET /jobs/J1': aJob() },
    reach: async () => {
      await tap(/08:30–16:00/);
      fireEvent.click(screen.getByRole('checkbox', { name: /同意把姓名和电话/ }));
    },
    choose: [['radio', '要']],
    typed: { 姓名: '阿珍', 电话: '13800000000', '捎句话，选填': '会晚到一会儿' },
    send: '预约',
    sends: 'POST /shifts/S1/bookings',
    reply: aBooking(),
  },
  'answering her': {
    page: 'staff/case-ticket',
    query: { id: 'T1' },
    reads: { [`GET ${desk}`]: aTicket({ state: 'accepted' }) },
    typed: { 答复: '写了很久的话' },
    send: '发给她',
    sends: `POST ${desk}/messages`,
    reply: aTicket({ version: 2 }),
  },
  'closing a ticket': {
    page: 'staff/case-ticket',
    query: { id: 'T1' },
    reads: { [`GET ${desk}`]: aTicket({ state: 'accepted' }) },
    reach: () => tap('办结'),
    choose: [['radio', '已经解决']],
    typed: { '怎么办的，选填': '她已住到娘家' },
    send: '确定办结',
    sends: `POST ${desk}/moves`,
    reply: aTicket({ version: 2, state: 'closed' }),
  },
  'telling her where else to go': {
    page: 'staff/case-ticket',
    query: { id: 'T1' },
    reads: { [`GET ${desk}`]: aTicket() },
    reach: () => tap('告知去向'),
    typed: { 该向哪里提出: '南安市劳动监察大队', 为什么: '讨薪归他们管' },
    send: '告知她并办结',
    sends: `POST ${desk}/redirection`,
    reply: aTicket({ version: 2, state: 'closed' }),
  },
  'offering a ticket to another federation': {
    page: 'staff/case-ticket',
    query: { id: 'T1' },
    reads: {
      [`GET ${desk}`]: aTicket(),
      [`GET ${desk}/hand-over-targets`]: {
        items: [
          {
            id: 'F2',
            name: '霞美镇妇联',
            level: 'town',
            parentId: null,
            parentName: null,
            whyNot: null,
          },
        ],
        next: null,
      },
    },
    reach: async () => {
      await tap('交给别的妇联');
      await screen.findByRole('radio', { name: '霞美镇妇联' });
    },
    choose: [['radio', '霞美镇妇联']],
    typed: { 为什么交过去: '她住在那边' },
    send: '请那边接手',
    sends: `POST ${desk}/hand-over`,
    reply: aTicket({ version: 2 }),
  },
  'asking for leave to read': {
    page: 'staff/case-ticket',
    query: { id: 'T1' },
    reads: { [`GET ${desk}`]: aTicket({ concernsMinor: true, locked: true, may: ['ask_unlock'] }) },
    reach: () => tap('申请查看'),
    typed: { 为什么要看: '要陪她去学校' },
    send: '提交申请',
    sends: `POST ${desk}/unlock`,
    reply: aTicket({ version: 2, concernsMinor: true, locked: true, unlockAsked: true, may: [] }),
  },
  'putting a federation below another': {
    ...oneOrganisation,
    reach: () => tap('换上级'),
    typed: { 哪一天移的: '2026-11-20', 为什么移: '区划调整' },
    send: '移到霞美村妇联',
    sends: 'POST /desk/federations/F2/moves',
    reply: aCommittee(),
  },
  'turning a committee into a federation': {
    ...oneOrganisation,
    reach: () => tap('改设为妇联'),
    typed: { 哪一天改的: '2026-3-8' },
    send: '改成妇联',
    sends: 'PUT /desk/federations/F2/conversion',
    reply: aCommittee({ kind: 'federation' }),
  },
  'inviting somebody to a post': {
    page: 'staff/posts',
    query: { id: 'F1' },
    reads: {
      'GET /desk/federations/F1': aFile(),
      'GET /desk/federations/F1/posts': { items: [aPost()], next: null },
      'GET /desk/federations/F1/invitations': { items: [], next: null },
    },
    reach: () => tap('请人任职'),
    choose: [['radio', '工作人员']],
    typed: { '做到哪一天，选填': '2031-3-8' },
    send: '要 20 位数字',
    sends: 'POST /desk/federations/F1/invitations',
    reply: aNewInvitation(),
  },
  'an enterprise': {
    page: 'staff/enterprises',
    reads: { 'GET /desk/enterprises': { items: [], next: null } },
    reach: () => tap('记一家企业'),
    choose: [['radio', '有']],
    typed: { 企业名称: '示例·阳光制衣', 女职工多少人: '51', 哪一天的数: '2026-11-01' },
    send: '保存',
    sends: 'POST /desk/enterprises',
    reply: anEnterprise(),
  },
  'declaring oneself barred': {
    page: 'staff/case-ticket',
    query: { id: 'T1' },
    reads: { [`GET ${desk}`]: aTicket() },
    reach: async () => {
      await tap('我要回避');
      await screen.findByRole('textbox', { name: '原因' });
    },
    typed: { 原因: '当事人是我表姐' },
    send: '我要回避',
    sends: `POST ${desk}/recusal`,
    reply: { recused: true },
  },
  'barring another person': {
    page: 'staff/case-ticket',
    query: { id: 'T1' },
    reads: {
      [`GET ${desk}`]: aTicket({ may: ['bar'] }),
      [`GET ${desk}/people`]: { items: [aPerson()], next: null },
    },
    reach: async () => {
      await tap('请人回避');
      await screen.findByRole('radio', { name: /^示例·陈素琴/ });
    },
    choose: [['radio', /^示例·陈素琴/]],
    typed: { 原因: '是当事人的亲属' },
    send: '请她回避',
    sends: `POST ${desk}/bars`,
    reply: aTicket({ version: 2 }),
  },
  'keeping a filter': {
    page: 'staff/desk',
    reads: {
      'GET /desk/case-tickets': { items: [], next: null },
      'GET /desk/case-ticket-filters': { items: [], next: null },
    },
    reach: async () => {
      await tap('筛选，现在看：全部');
      fireEvent.click(screen.getByRole('radio', { name: '高风险' }));
      await tap('存下这个筛选');
    },
    typed: { 名字: '急件' },
    send: '保存',
    sends: 'POST /desk/case-ticket-filters',
    reply: { id: 'S1', name: '急件', filter: { risk: 'high' }, federationName: null },
  },
  'writing a visit down': {
    page: 'staff/write-down',
    reads: { 'GET /me': staff },
    choose: [
      ['radio', '来访'],
      ['radio', '家暴'],
      ['radio', '可以打电话'],
    ],
    typed: { 她说的事: '他又动手了', 哪一天收到的: '20261122', 她的电话: '13800000000' },
    send: '记下',
    sends: 'POST /desk/case-tickets',
    reply: { id: 'T1', claimCode },
  },
  'a new activity': {
    page: 'staff/activity',
    reads: { 'GET /desk/womens-homes': { items: [aHome()], next: null } },
    reach: async () => {
      await tap('从妇女之家里选');
      await tap(/^霞美村妇女之家/);
    },
    typed: {
      名称: '剪纸课',
      介绍: '带剪刀，孩子能来。',
      名额: '30',
      开始日期: '2026年12月1日',
      开始时间: '9点',
      结束时间: '1100',
      报名截止日期: '20261130',
      报名截止时间: '18:00',
    },
    send: '存为草稿',
    sends: 'POST /desk/activities',
    reply: aDeskActivity({ state: 'draft', version: 1 }),
  },
  'the facts of a home': {
    page: 'staff/womens-home',
    query: { id: 'H1' },
    reads: { 'GET /desk/womens-homes/H1': aHome() },
    typed: { '电话，选填': '0595-00009999', 名称: '霞美村妇女儿童之家' },
    send: '保存',
    sends: 'PUT /desk/womens-homes/H1',
    reply: aHome({ version: 4 }),
  },
  'cancelling an activity': {
    page: 'staff/activity',
    query: { id: 'A1' },
    reads: {
      'GET /desk/activities/A1': aDeskActivity({
        startsAt: '2099-12-01T09:00:00+08:00',
        endsAt: '2099-12-01T11:00:00+08:00',
      }),
    },
    reach: () => tap('取消活动'),
    typed: { 为什么取消: '台风要来了' },
    send: '确定取消活动',
    sends: 'POST /desk/activities/A1/moves',
    reply: aDeskActivity({ version: 4, state: 'cancelled', cancelReason: '台风要来了' }),
  },
  'a new post': {
    page: 'staff/job',
    reads: { 'GET /desk/womens-homes': { items: [aHome()], next: null } },
    reach: async () => {
      await tap('从妇女之家里选');
      await tap(/^霞美村妇女之家/);
    },
    choose: [['checkbox', '周一']],
    typed: {
      岗位: '缝纫工',
      用工方: '示例·裕远包袋',
      做什么: '缝书包带，会教。',
      怎么照顾妈妈: '可以晚到 30 分钟',
      一小时多少元: '１８.５',
      上班: '830',
      下班: '16点',
      第一天: '20261201',
      最后一天: '2026年12月31日',
      要几个人: '4',
    },
    send: '存为草稿',
    sends: 'POST /desk/jobs',
    reply: aDeskJob({ state: 'draft', version: 1 }),
  },
  'a new grid': {
    page: 'staff/grids',
    reads: {
      'GET /desk/grids': { items: [], next: null },
      'GET /desk/link-holders': { items: [aLinkHolder()], next: null },
    },
    reach: async () => {
      await tap('新网格');
      await screen.findByRole('radio', { name: '霞美村妇联' });
    },
    choose: [['radio', '霞美村妇联']],
    typed: { 叫什么: '祠堂边' },
    send: '建好',
    sends: 'POST /desk/grids',
    reply: aDeskGrid(),
  },
  'what was written wrong of her': {
    page: 'committee/ledger',
    reads: {
      ...emptyField,
      'GET /ledger': { items: [aLedgerEntry()], next: null },
      'GET /ledger/E1': aLedgerEntry(),
      'GET /ledger/E1/openings': { items: [], next: null },
    },
    reach: async () => {
      await tap(/^示例·许春花/);
      await tap('改姓名、电话');
      await screen.findByRole('textbox', { name: '姓名' });
    },
    typed: { 姓名: '示例·许春华', '电话，选填': '13800000002', '住址，选填': '3 组 21 号' },
    send: '保存',
    sends: 'PUT /ledger/E1',
    reply: aLedgerEntry({ name: '示例·许春华', version: 2 }),
  },
  'a field of the ledger': {
    page: 'committee/ledger',
    reads: {
      ...emptyField,
      'GET /ledger': { items: [aLedgerEntry()], next: null },
      'GET /ledger/E1/openings': { items: [], next: null },
    },
    reach: async () => {
      await tap(/^示例·许春花/);
      await tap('写生活困难');
    },
    choose: [['checkbox', '她同意记这一项']],
    typed: { 生活困难: '房租\n两个月' },
    send: '保存',
    sends: 'POST /ledger/E1/fields',
    reply: aLedgerEntry({ holds: ['health', 'hardship'] }),
  },
};

const answered = async (status: RefusalCode | 'timeout' | 'offline') => {
  if (status === 'timeout') throw wechatFault('request:fail timeout');
  if (status === 'offline') throw wechatFault('request:fail ');
  return refuses(status);
};
const faults = {
  400: ['bad_input', refusals.bad_input.message],
  409: ['idempotency_running', refusals.idempotency_running.message],
  429: ['too_many', refusals.too_many.message],
  500: ['fault', refusals.fault.message],
  503: ['busy', refusals.busy.message],
  'time-out': ['timeout', '网络有点慢，还没等到回音。您填的都还在，再试一次。'],
  'no network': ['offline', '没有网络，您填的都还在。有网了再试一次。'],
} as const satisfies Record<string, readonly [Parameters<typeof answered>[0], string]>;

const cancelled = '没有再等，您填的都还在。要是已经送到了，再提交也只算一次。';

const nameOf = ({ method, url }: { method: string; url: string }): string =>
  `${method} ${url.replace('/api/v1', '').replace(/\?.*/, '')}`;
const sentBy = ({ sends }: Form) => phone.asked.filter((asked) => nameOf(asked) === sends);
const box = (label: string) =>
  screen.getByRole<HTMLInputElement | HTMLTextAreaElement>('textbox', { name: label });
const onScreen = ({ typed }: Form): Record<string, string> =>
  Object.fromEntries(Object.keys(typed).map((label) => [label, box(label).value]));

function answer(form: Form, sending: () => Promise<{ statusCode: number; data: unknown }>): void {
  phone.answer = async (asked) => {
    const name = nameOf(asked);
    if (name === form.sends) return sending();
    if (name in form.reads) return says(form.reads[name]);
    return name === 'GET /me' ? says(staff) : refuses('not_found');
  };
}

async function open(form: Form): Promise<void> {
  phone.pageQuery = form.query ?? {};
  const { default: Page } = (await import(join(source, form.page, 'index.tsx'))) as {
    default: ComponentType;
  };
  render(createElement(Page));
  await form.reach?.();
  const [first = ''] = Object.keys(form.typed);
  await screen.findByRole('textbox', { name: first });
}

function fillIn({ choose = [], typed }: Form): void {
  for (const [role, name] of choose) fireEvent.click(screen.getByRole(role, { name }));
  for (const [label, value] of Object.entries(typed))
    fireEvent.change(box(label), { target: { value } });
}

/** The second tap comes before the page could draw anything. */
async function tapTwice({ send }: Form): Promise<void> {
  // The last: a sheet stands over the button that opened it.
  const found = screen.getAllByRole('button', { name: send }).pop()!;
  await act(async () => {
    found.click();
    found.click();
  });
}

beforeEach(() => {
  phone.reset();
  // The stand-in for a browser has no layout.
  Element.prototype.scrollIntoView = () => undefined;
  phone.storage.set('signed-in-as', 'her');
  keepSession('token');
  phone.storage.set('welcomed', true);
  chooseTown(town);
});
afterEach(cleanup);

describe.each(Object.entries(forms))('the form of %s', (_, form) => {
  it.each(Object.entries(faults))('keeps her words and sends once: %s', async (_, fault) => {
    const [code, words] = fault;
    answer(form, () => answered(code));
    await open(form);
    fillIn(form);

    await tapTwice(form);
    await waitFor(() => expect(screen.getAllByText(words).length).toBeGreaterThan(0));

    expect(sentBy(form)).toHaveLength(1);
    expect(onScreen(form)).toEqual(form.typed);

    answer(form, async () => says(form.reply));
    await tapTwice(form);
    await waitFor(() => expect(sentBy(form)).toHaveLength(2));
    const [first, second] = sentBy(form);
    expect(second?.data).toEqual(first?.data);
    expect(first?.header['Idempotency-Key']).toMatch(/^[\w-]{22}$/);
    expect(second?.header['Idempotency-Key']).toBe(first?.header['Idempotency-Key']);
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  });

  it('can be cancelled while it takes long, keeps her words, and is the same act again', async () => {
    const never = () => new Promise<never>(() => undefined);
    answer(form, never);
    await open(form);
    fillIn(form);

    jest.useFakeTimers();
    await tapTwice(form);
    expect(screen.queryByRole('button', { name: '取消提交' })).toBeNull();
    act(() => jest.advanceTimersByTime(3000));
    jest.useRealTimers();
    const [cancel] = screen.getAllByRole('button', { name: '取消提交' });
    if (cancel) fireEvent.click(cancel);
    await screen.findAllByText(cancelled);
    expect(onScreen(form)).toEqual(form.typed);

    answer(form, async () => says(form.reply));
    await tapTwice(form);
    await waitFor(() => expect(sentBy(form)).toHaveLength(2));
    const [first, second] = sentBy(form);
    expect(second?.data).toEqual(first?.data);
    expect(second?.header['Idempotency-Key']).toBe(first?.header['Idempotency-Key']);
    await waitFor(() => expect(screen.queryByText(cancelled)).toBeNull());
  });
});
