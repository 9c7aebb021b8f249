import { join } from 'node:path';
import { createElement, type ComponentType } from 'react';
import { act, render, screen } from '@testing-library/react';
import { chooseTown } from '@/features/womens-home/place';
import { keepSession } from '@/platform/session';
import { answers } from './answers';
import { refuses, says } from './desk';
import { town } from './her';
import { routes as pages, source } from './routes';
import { phone, wechatFault } from './stand-ins/taro';

// What they show does not wait for an answer.
const asksNothing = [
  'pages/weather',
  'women/ask',
  'women/asked',
  'women/claim',
  'women/leave',
  'women/link',
  'women/invitation',
];
const showsAnyhow = ['pages/mine'];
// They live from what is on the phone, and say on top how that stands: their own tests ask them.
const fromThePhone = (page: string) => page.startsWith('committee/');
const loading = pages.filter(
  (page) => ![...asksNothing, ...showsAnyhow].includes(page) && !fromThePhone(page),
);
const queries: Record<string, Record<string, string>> = {
  'women/womens-home': { id: 'H1' },
  'women/activity': { id: 'A1' },
  'women/job': { id: 'J1' },
  'staff/case-ticket': { id: 'T1' },
  'staff/new-referral': { ticketId: 'T1' },
  'staff/referral': { id: 'R1' },
  'staff/mediation': { ticketId: 'T1' },
  'staff/womens-home': { id: 'H1' },
  'staff/activity': { id: 'A1' },
  'staff/job': { id: 'J1' },
  'staff/job-bookings': { id: 'J1' },
  'staff/counted': { id: 'F1', what: 'federation', kind: 'federation', sector: 'place' },
  'staff/health': { id: 'F1' },
  'staff/posts': { id: 'F1' },
};
// Signed out, these are for anybody.
const forHer = pages.filter((page) =>
  /women\/(reg|book|inbox|sessions|my-data|kept|links)/.test(page),
);
const forStaff = pages.filter((page) => page.startsWith('staff/') && page !== 'staff/sign-in');

const theGood: typeof phone.answer = async ({ url }) => {
  const known = answers[url.replace('/api/v1', '').replace(/\?.*/, '')];
  return known ? says(known) : refuses('not_found');
};
const never = () => new Promise<never>(() => undefined);
const failed = '这次没办成。再试一次，还不行就打电话。';
const offline = () => Promise.reject(wechatFault('request:fail '));
const failing = async () => refuses('fault');
const nothing: typeof phone.answer = async ({ url }) =>
  /\/(T1|R1|H1|A1|J1|me|second-factor|chain|mediation)$|data$/.test(url)
    ? theGood({ url } as never)
    : says({ items: [], next: null });

const turns = () => act(() => jest.advanceTimersByTimeAsync(0));

async function open(page: string): Promise<void> {
  phone.pageQuery = queries[page] ?? {};
  const { default: Page } = (await import(join(source, page, 'index.tsx'))) as {
    default: ComponentType;
  };
  render(createElement(Page));
  await turns();
}
const heading = () => screen.getAllByRole('heading', { level: 1 })[0]?.textContent;
const words = () => [...document.querySelectorAll('span')].map(({ textContent }) => textContent);
const again = () => screen.queryAllByRole('button', { name: '再试一次' });
const opening = () => screen.queryAllByText('正在打开');

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T14:00:00+08:00') });
  phone.reset();
  keepSession('token');
  phone.storage.set('welcomed', true);
  chooseTown(town);
  phone.answer = theGood;
});
afterEach(() => jest.useRealTimers());

describe.each(loading)('%s', (page) => {
  it('says that it opens after 300 ms and not before', async () => {
    phone.answer = never;
    await open(page);

    act(() => jest.advanceTimersByTime(299));
    expect(opening()).toHaveLength(0);
    act(() => jest.advanceTimersByTime(1));
    expect(opening().length).toBeGreaterThan(0);
  });

  it('says in our words that it failed, under a heading, and can be asked again', async () => {
    phone.answer = failing;
    await open(page);

    expect(heading()).toBeTruthy();
    expect(screen.getAllByText(failed).length).toBeGreaterThan(0);
    phone.answer = theGood;
    act(() => again().forEach((button) => button.click()));
    await turns();
    expect(screen.queryByText(failed)).toBeNull();
  });

  it('says that there is no network when nothing was read yet', async () => {
    phone.answer = offline;
    await open(page);

    expect(heading()).toBeTruthy();
    expect(screen.getAllByText(/没有网络/).length).toBeGreaterThan(0);
    expect(again().length).toBeGreaterThan(0);
  });

  it('keeps what was read when the network goes', async () => {
    await open(page);
    const before = words();

    phone.answer = offline;
    act(() => phone.comeBack());
    await turns();

    expect(words()).toEqual(expect.arrayContaining(before));
  });

  it('says what to do when there is nothing', async () => {
    phone.answer = nothing;
    await open(page);
    act(() => jest.advanceTimersByTime(400));

    expect(heading()).toBeTruthy();
    expect(opening()).toHaveLength(0);
    expect(document.body.textContent?.length).toBeGreaterThan((heading() ?? '').length + 8);
  });
});

describe.each([...forHer, ...forStaff])('%s, when the session has ended', (page) => {
  it('leads to signing in and shows nothing of anybody', async () => {
    phone.answer = async () => refuses('session_ended');
    await open(page);
    await turns();

    expect(screen.getAllByRole('button', { name: /登录|去“我的”/ }).length).toBeGreaterThan(0);
    expect(opening()).toHaveLength(0);
  });
});

it('looks at every page there is', () => {
  process.stdout.write(`page states: ${pages.length} pages, ${loading.length} that read\n`);
  expect(pages.length).toBeGreaterThanOrEqual(30);
});
