import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { says, theServiceAnswers } from '../../../test/desk';
import { aBooking, aJob, aShift } from '../../../test/her-days';
import { phone } from '../../../test/stand-ins/taro';
import JobsPage from './index';

const list = 'GET /jobs';
const page = (...items: unknown[]) => says({ items, next: null });
const tap = (role: string, name: string | RegExp) =>
  fireEvent.click(screen.getByRole(role, { name }));
const lastAsked = () => decodeURIComponent(phone.asked[phone.asked.length - 1]?.url ?? '');
const late = aShift({ id: 'S2', endsAt: '2090-11-26T18:00:00+08:00', mine: aBooking() });

beforeEach(() => phone.reset());

describe('妈妈岗', () => {
  it('says pay, flexibility and the next shifts of each post', async () => {
    theServiceAnswers({ [list]: page(aJob({ shifts: [aShift(), late] })) });
    render(<JobsPage />);

    await screen.findByText('每小时 20.5 元');

    expect(screen.getByText(/08:30–16:00 还有 2 位/)).toBeTruthy();
    expect(screen.getByText(/08:30–18:00 您约了/)).toBeTruthy();
    expect(screen.getByText('可晚到 30 分钟，家里有事可以换班')).toBeTruthy();
    expect(lastAsked()).toBe('/api/v1/jobs');
  });

  it('keeps to shifts that are over before she fetches her child, and carries the time along', async () => {
    theServiceAnswers({ [list]: page(aJob({ shifts: [aShift(), late] })) });
    render(<JobsPage />);
    await screen.findByText('包装工');

    tap('radio', '16:30 前下班');
    await waitFor(() => expect(lastAsked()).toBe('/api/v1/jobs?endsBy=16:30'));

    fireEvent.click(await screen.findByRole('link', { name: /包装工.*接得到孩子/ }));
    expect(screen.queryByText(/08:30–18:00/)).toBeNull();
    expect(decodeURIComponent(phone.visited[0] ?? '')).toBe('/women/job/index?id=J1&pickUp=16:30');
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('takes any half hour, and leads back to all when there is nothing', async () => {
    theServiceAnswers({ [list]: page() });
    render(<JobsPage />);
    await screen.findByText(/现在没有招人的岗位/);

    tap('radio', '选时间');
    tap('radio', '11:30');
    await screen.findByText('没有 11:30 前下班的班次。换个时间看看。');
    expect(lastAsked()).toBe('/api/v1/jobs?endsBy=11:30');

    tap('button', '看全部岗位');
    await waitFor(() => expect(lastAsked()).toBe('/api/v1/jobs'));
  });

  it('says which day has a place when the next ones are full', async () => {
    const [comingFrom, nextFreeAt] = ['2090-11-26T08:30:00+08:00', '2090-11-28T08:30:00+08:00'];
    const free = aShift({ id: 'S3', startsAt: nextFreeAt, endsAt: '2090-11-28T16:00:00+08:00' });
    const later = aJob({ shifts: [free], comingFrom, nextFreeAt });
    const full = aJob({ id: 'J2', title: '保洁', shifts: [], comingFrom, nextFreeAt: null });
    theServiceAnswers({ [list]: page(later, full, aJob({ id: 'J3', title: '绣花' })) });
    render(<JobsPage />);

    await screen.findByRole('link', { name: /^包装工.*近期约满，最早周二 11月28日有空位，/ });
    expect(screen.getByRole('link', { name: /^保洁.*近期约满，有人取消才有空位$/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^绣花/ }).getAttribute('aria-label')).not.toContain(
      '约满',
    );
  });

  it('says that piecework is paid by the piece', async () => {
    theServiceAnswers({
      [list]: page(aJob({ contractKind: 'piecework', payPerHourFen: null })),
    });
    render(<JobsPage />);

    await screen.findByRole('link', { name: /包装工，按件算钱/ });
  });
});
