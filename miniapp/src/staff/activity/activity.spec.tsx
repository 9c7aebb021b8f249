import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ActivityDraft } from '@niangjia/shared';
import {
  aDeskActivity,
  aHome,
  refuses,
  says,
  sentTo,
  staff,
  theServiceAnswers,
} from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { forgetSession, keepSession } from '@/platform/session';
import { setElder } from '@/platform/text-size';
import ActivityPage from '.';

const list = '/desk/activities';
const path = `${list}/A1`;
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const titleBox = () => screen.getByRole<HTMLInputElement>('textbox', { name: '名称' });
const draft = aDeskActivity({ state: 'draft', version: 1, seatsLeft: 30 });

async function opened(answers: Parameters<typeof theServiceAnswers>[0], id?: string) {
  phone.pageQuery = id ? { id } : {};
  theServiceAnswers(answers);
  render(<ActivityPage />);
  await screen.findByRole('heading', { level: 1, name: id ? '剪纸课' : '新建活动' });
}

function typeAll() {
  type('名称', '剪纸课');
  type('介绍', '带剪刀，孩子能来。');
  type('名额', '30');
  type('开始日期', '2026年12月1日');
  type('开始时间', '9点');
  type('结束时间', '1100');
  type('报名截止日期', '20261130');
  type('报名截止时间', '18:00');
}

beforeEach(() => {
  phone.reset();
  // The stand-in for a browser has no layout.
  Element.prototype.scrollIntoView = () => undefined;
  act(() => keepSession('secret'));
});

describe('a new activity', () => {
  beforeEach(() =>
    opened({
      'GET /me': says(staff),
      'GET /desk/womens-homes': says({
        items: [aHome(), aHome({ id: 'H2', name: '不公开的家', confidential: true })],
        next: null,
      }),
      [`POST ${list}`]: says(draft),
      [`GET ${path}`]: says(draft),
      [`POST ${path}/moves`]: says(aDeskActivity({ version: 2 })),
    }),
  );

  it('is kept, then published, with what she typed as moments', async () => {
    typeAll();
    tap('从妇女之家里选');
    fireEvent.click(await screen.findByRole('button', { name: /^霞美村妇女之家/ }));
    tap('发布');
    await screen.findByText(/正在报名/);

    expect(sentTo('POST', list)).toEqual<ActivityDraft[]>([
      {
        federationId: 'xiamei',
        title: '剪纸课',
        text: '带剪刀，孩子能来。',
        place: '霞美村妇女之家，霞美路 18 号',
        point: { lng: 118.44, lat: 24.92 },
        startsAt: '2026-12-01T09:00:00+08:00',
        endsAt: '2026-12-01T11:00:00+08:00',
        registrationClosesAt: '2026-11-30T18:00:00+08:00',
        cancellableUntil: '2026-12-01T09:00:00+08:00',
        seats: 30,
      },
    ]);
    expect(sentTo('POST', `${path}/moves`)).toEqual([{ to: 'published' }]);
  });

  it('is made once, however often it is saved', async () => {
    theServiceAnswers({
      'GET /desk/womens-homes': says({ items: [aHome()], next: null }),
      [`POST ${list}`]: says(draft),
      [`GET ${path}`]: says(draft),
      [`PUT ${path}`]: says({ ...draft, version: 2 }),
    });
    typeAll();
    tap('从妇女之家里选');
    fireEvent.click(await screen.findByRole('button', { name: /^霞美村妇女之家/ }));
    tap('存为草稿');
    await screen.findByText(/只有工作人员看得到/);
    expect(screen.queryByRole('button', { name: '取消活动' })).toBeNull();
    tap('存为草稿');
    await waitFor(() => expect(sentTo('PUT', path)).toHaveLength(1));

    expect(sentTo('POST', list)).toHaveLength(1);
    expect(sentTo('PUT', path)[0]).toMatchObject({ title: '剪纸课', version: 1 });
  });

  it('never offers a home whose place nobody may know', async () => {
    tap('从妇女之家里选');
    await screen.findByRole('button', { name: /^霞美村妇女之家/ });

    expect(screen.queryByRole('button', { name: /不公开/ })).toBeNull();
  });

  it('lists its faults and sends nothing until they are gone', () => {
    typeAll();
    type('结束时间', '8:00');
    type('名额', '很多');
    type('介绍', '');
    tap('发布');
    expect(screen.getByText('有 6 处要改')).toBeTruthy();
    expect(screen.getByRole('button', { name: '结束要在开始之后。' })).toBeTruthy();

    type('开始日期', '');
    tap('发布');
    expect(screen.getByRole('button', { name: /^开始：写成/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^取消截止/ })).toBeNull();
    expect(sentTo('POST', list)).toEqual([]);
  });
});

describe('an activity that women see', () => {
  it('keeps her input when somebody saved first, says what changed, and lets her decide', async () => {
    await opened({ [`GET ${path}`]: says(aDeskActivity()) }, 'A1');
    theServiceAnswers({
      [`PUT ${path}`]: refuses('changed_meanwhile'),
      [`GET ${path}`]: says(aDeskActivity({ version: 7, seats: 40 })),
    });
    type('名称', '剪窗花');
    tap('保存');
    await screen.findByText('别人改了：名额。');
    expect(titleBox().value).toBe('剪窗花');

    theServiceAnswers({ [`PUT ${path}`]: says(aDeskActivity({ version: 8, title: '剪窗花' })) });
    tap('用我填的保存');
    await screen.findByText('保存好了。');

    expect(sentTo('PUT', path).pop()).toMatchObject({ version: 7, title: '剪窗花', seats: 30 });
  });

  it('is cancelled only with a reason, after saying whom it reaches', async () => {
    const startsAt = new Date(Date.now() + 60_000).toISOString();
    await opened({ [`GET ${path}`]: says(aDeskActivity({ startsAt, waiting: 2 })) }, 'A1');
    const end = { state: 'cancelled', cancelReason: '老师病了' } as const;
    const cancelled = aDeskActivity({ startsAt, version: 4, ...end });
    theServiceAnswers({ [`POST ${path}/moves`]: says(cancelled) });
    tap('取消活动');
    expect(screen.getByText(/报了 12 个名额，2 位在候补，都会收到消息/)).toBeTruthy();
    tap('确定取消活动');
    expect(sentTo('POST', `${path}/moves`)).toEqual([]);
    type('为什么取消', '老师病了');
    tap('确定取消活动');
    await screen.findByText('这个活动取消了');

    expect(sentTo('POST', `${path}/moves`)).toEqual([{ to: 'cancelled', reason: '老师病了' }]);
    expect(screen.getByText(/原因：老师病了/)).toBeTruthy();
  });

  it('is not cancelled once it has begun, and says so', async () => {
    const startsAt = new Date(Date.now() - 1000).toISOString();
    await opened({ [`GET ${path}`]: says(aDeskActivity({ startsAt })) }, 'A1');
    expect(screen.queryByRole('button', { name: '取消活动' })).toBeNull();
    expect(screen.getByText(/活动已经开始，不能取消了/)).toBeTruthy();
  });

  it('opens registration again after saving, and says at its place why it cannot', async () => {
    const closed = aDeskActivity({ state: 'closed' });
    await opened({ [`GET ${path}`]: says(closed) }, 'A1');
    const reason = '报名截止的时间已经过了。先改时间，再开放报名。';
    theServiceAnswers({
      [`PUT ${path}`]: says({ ...closed, version: 4 }),
      [`POST ${path}/moves`]: refuses('activity_times_wrong', { registrationClosesAt: reason }),
    });
    tap('重新开放报名');
    await screen.findByRole('button', { name: reason });

    const box = screen.getByRole('textbox', { name: '报名截止日期' });
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows who registered only after a tap', async () => {
    const registration = {
      id: 'R1',
      name: '示例·林木棉',
      seats: 2,
      state: 'registered',
      registeredAt: '2026-11-22T09:00:00+08:00',
    };
    await opened({ [`GET ${path}`]: says(aDeskActivity()) }, 'A1');
    expect(sentTo('GET', `${path}/registrations`)).toEqual([]);
    theServiceAnswers({
      [`GET ${path}/registrations`]: says({ items: [registration], next: null }),
    });
    tap('看报名名单');

    await screen.findByText('示例·林木棉');
    expect(screen.getByText(/^2 个名额/)).toBeTruthy();

    const all = [registration, { ...registration, id: 'R2', name: '示例·苏丽琴' }];
    theServiceAnswers({ [`GET ${path}/registrations`]: says({ items: all, next: 'R2' }) });
    act(() => setElder(true));

    await screen.findByRole('button', { name: '再看 5 个' });
  });
});

describe('what was typed before the page was closed', () => {
  const answers = {
    'GET /me': says(staff),
    'GET /desk/womens-homes': says({ items: [aHome()], next: null }),
    [`GET ${path}`]: says(draft),
  };
  const closed = async () => {
    cleanup();
    await opened(answers);
  };

  beforeEach(async () => {
    await opened(answers);
    type('名称', '剪纸');
  });

  it('is there again, and goes when she begins anew', async () => {
    await closed();
    expect(titleBox().value).toBe('剪纸');

    tap('重新填');
    expect(titleBox().value).toBe('');
    await closed();
    expect(titleBox().value).toBe('');
    expect(screen.queryByText('接着上次填的。')).toBeNull();
  });

  it('is not put into another activity, nor shown to who signs in next', async () => {
    cleanup();
    await opened(answers, 'A1');
    expect(titleBox().value).toBe('剪纸课');

    act(() => {
      forgetSession();
      keepSession('another');
    });
    await closed();
    expect(titleBox().value).toBe('');
  });
});
