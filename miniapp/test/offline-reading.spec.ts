import { join } from 'node:path';
import { createElement, type ComponentType } from 'react';
import { act, cleanup, render, screen } from '@testing-library/react';
import { chooseTown } from '@/features/womens-home/place';
import { keepPage, keptPage } from '@/platform/kept-pages';
import { keepSession } from '@/platform/session';
import { answers } from './answers';
import { refuses, says } from './desk';
import { theHome, town } from './her';
import { routes, source } from './routes';
import { phone } from './stand-ins/taro';

const theGood: typeof phone.answer = async ({ url }) => {
  const known = answers[url.replace('/api/v1', '').replace(/\?.*/, '')];
  return known ? says(known) : refuses('not_found');
};
const turns = () => act(() => jest.advanceTimersByTimeAsync(0));

async function open(page: string, query: Record<string, string> = {}): Promise<void> {
  cleanup();
  phone.pageQuery = query;
  const { default: Page } = (await import(join(source, page, 'index.tsx'))) as {
    default: ComponentType;
  };
  render(createElement(Page));
  for (let turn = 0; turn < 4; turn += 1) await turns();
}
const pages = () => [...phone.storage.keys()].filter((key) => key.startsWith('page:'));
const itIs = (time: string) => jest.setSystemTime(Date.parse(`2026-11-22T${time}:00+08:00`));

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T09:20:00+08:00') });
  phone.reset();
  phone.storage.set('welcomed', true);
  phone.answer = theGood;
  chooseTown(town);
});
afterEach(() => jest.useRealTimers());

describe('without a network', () => {
  it.each([
    ['pages/home', {}],
    ['women/womens-home', { id: 'H1' }],
  ])('%s shows what was read, and says of when it is', async (page, query) => {
    await open(page, query);
    expect(screen.queryByText(/的内容/)).toBeNull();

    itIs('14:05');
    phone.setOnline(false);
    await open(page, query);

    expect(screen.getAllByText('没有网络。下面是今天 9:20 的内容。').length).toBeGreaterThan(0);
    expect(screen.getAllByText(theHome.name).length).toBeGreaterThan(0);
  });

  it('has the hours and the hotlines of a home', async () => {
    await open('women/womens-home', { id: 'H1' });
    phone.setOnline(false);
    await open('women/womens-home', { id: 'H1' });

    expect(screen.getByText(/08:30–12:00/)).toBeTruthy();
    expect(screen.getByText(/12338/)).toBeTruthy();
  });

  it('says the day when it is not of today', async () => {
    await open('women/womens-home', { id: 'H1' });
    jest.setSystemTime(Date.parse('2026-11-24T08:00:00+08:00'));
    phone.setOnline(false);
    await open('women/womens-home', { id: 'H1' });

    expect(screen.getByText('没有网络。下面是11月22日 9:20 的内容。')).toBeTruthy();
  });

  it('reads anew by itself when the network is back', async () => {
    await open('women/womens-home', { id: 'H1' });
    phone.setOnline(false);
    await open('women/womens-home', { id: 'H1' });
    phone.answer = async (asked) =>
      asked.url.endsWith('/H1') ? says({ ...theHome, address: '新街 1 号' }) : theGood(asked);

    act(() => phone.setOnline(true));
    expect(screen.getByRole('heading', { level: 1, name: theHome.name })).toBeTruthy();
    await turns();

    expect(screen.getByText('新街 1 号')).toBeTruthy();
    expect(screen.queryByText(/没有网络/)).toBeNull();
  });
});

it('shows what was kept at once, and the new answer when it comes', async () => {
  await open('women/womens-home', { id: 'H1' });
  phone.answer = () => new Promise<never>(() => undefined);
  await open('women/womens-home', { id: 'H1' });

  expect(screen.getByRole('heading', { level: 1, name: theHome.name })).toBeTruthy();
  expect(screen.queryByText('正在打开')).toBeNull();
});

it('keeps what anybody may read of homes, and nothing else of any page', async () => {
  keepSession('token');
  const queries: Record<string, Record<string, string>> = {
    'women/womens-home': { id: 'H1' },
    'women/activity': { id: 'A1' },
    'women/job': { id: 'J1' },
    'women/ask': { divisionCode: '350583117' },
    'staff/case-ticket': { id: 'T1' },
    'staff/womens-home': { id: 'H1' },
  };
  const looked = routes.filter((page) => !page.startsWith('committee/'));
  for (const page of looked) await open(page, queries[page]);

  process.stdout.write(`kept after ${looked.length} pages: ${pages().length}\n`);
  expect(pages().length).toBeGreaterThan(2);
  const ofHomes = /^page:\/(womens-homes(\/:id|\/nearest)?|q\/:code|federations\/:id\/chain)\{/;
  expect(pages().filter((key) => !ofHomes.test(key))).toEqual([]);
});

it('never holds more than thirty, and lets the oldest go', () => {
  for (let n = 0; n < 80; n += 1) keepPage(`/p${n}`, { at: n, data: n });

  expect(pages()).toHaveLength(30);
  expect([keptPage('/p49'), keptPage('/p50')]).toEqual([undefined, { at: 50, data: 50 }]);
});

it('keeps nothing that is too long, and fails nobody when the phone is full', async () => {
  keepPage('/long', { at: 1, data: 'x'.repeat(70_000) });
  expect(pages()).toEqual([]);

  phone.isFull = true;
  await open('women/womens-home', { id: 'H1' });
  expect(screen.getByRole('heading', { level: 1, name: theHome.name })).toBeTruthy();
});
