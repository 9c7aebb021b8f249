import { act, fireEvent, render, screen } from '@testing-library/react';
import { dayOf, readRfc3339 } from '@niangjia/shared';
import { refuses, says, theServiceAnswers } from '../../../test/desk';
import { nearestHome, theHome } from '../../../test/her';
import { anActivity } from '../../../test/her-days';
import { phone } from '../../../test/stand-ins/taro';
import { chooseTown } from '@/features/womens-home/place';
import HomePage from './index';

const list = (...items: unknown[]) => says({ items, next: null });
const homes = {
  'GET /womens-homes': list(theHome),
  'GET /womens-homes/nearest': list({ ...nearestHome, closesAt: '2026-11-23T21:00:00+08:00' }),
  'GET /activities': list(),
};
const tap = (role: string, name: string | RegExp) =>
  fireEvent.click(screen.getByRole(role, { name }));
const asked = (path: string) =>
  phone.asked.map(({ url }) => url).filter((url) => url.includes(path));
const lastAsked = () => asked('/womens-homes/nearest').pop() ?? '';

const settled = () => act(async () => undefined);

let locate: (ask: { refused?: true }) => void;
const getCurrentPosition = jest.fn(
  (found: PositionCallback, refuse: PositionErrorCallback | null | undefined) => {
    locate = ({ refused }) =>
      refused
        ? refuse?.({ code: 1 } as GeolocationPositionError)
        : found({
            coords: { longitude: 118.3861234, latitude: 24.9604321 },
          } as GeolocationPosition);
  },
);

const itIs = (time: string) =>
  jest.spyOn(Date, 'now').mockReturnValue(readRfc3339(`2026-11-23T${time}:00+08:00`)!);

beforeEach(() => {
  itIs('14:00');
  phone.reset();
  theServiceAnswers(homes);
  getCurrentPosition.mockClear();
  Object.defineProperty(navigator, 'geolocation', {
    value: { getCurrentPosition },
    configurable: true,
  });
});

describe('首页', () => {
  it('asks for no position by itself; refused, it leads to the towns and does not ask again', async () => {
    const { unmount } = render(<HomePage />);
    await settled();
    expect(getCurrentPosition).not.toHaveBeenCalled();

    tap('button', '用我的位置');
    await act(async () => locate({ refused: true }));

    expect(screen.getByText('没有定位也能找。选一下您在哪个乡镇。')).toBeTruthy();
    tap('button', '选乡镇');
    expect(phone.visited).toEqual(['/women/town/index']);
    unmount();
    render(<HomePage />);
    await settled();
    expect(getCurrentPosition).toHaveBeenCalledTimes(1);
  });

  it('shows 我要求助 and two numbers before anything is known', async () => {
    render(<HomePage />);
    await settled();

    tap('button', '我要求助');

    expect(phone.visited).toEqual(['/women/ask/index']);
    expect(screen.getByRole('button', { name: '打 110，报警' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '打 12338，妇女维权热线' })).toBeTruthy();
  });

  it('finds homes around a position that it blurs and does not keep', async () => {
    render(<HomePage />);

    tap('button', '用我的位置');
    await act(async () => locate({}));
    await screen.findByText('山美村妇女之家');

    expect(screen.getByText('约 1 公里')).toBeTruthy();
    expect(screen.getByText('示例位置')).toBeTruthy();
    expect(lastAsked()).toMatch(/lng=118\.\d{1,3}&lat=24\.\d{1,3}&/);
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('remembers the town, filters by the evening, and says no distance from a town', async () => {
    chooseTown({ code: '350583117', name: '霞美镇' });
    render(<HomePage />);

    await screen.findByText('山美村妇女之家');
    expect(screen.getByText('霞美镇附近')).toBeTruthy();
    expect(screen.queryByText(/公里/)).toBeNull();
    expect(phone.storage.get('town')).toEqual({ code: '350583117', name: '霞美镇' });

    tap('checkbox', '下班后还开');
    await screen.findByText('山美村妇女之家');
    expect(decodeURIComponent(lastAsked())).toContain('openAt=2026-11-23T19:00:00+08:00');
    // Without the mark of what is open now.
    expect(screen.getByText('今晚 19:00 开着 · 到 21:00')).toBeTruthy();
    expect(screen.queryByText(/现在开门 ·/)).toBeNull();
  });

  it('asks for now or for the evening, never for both', async () => {
    chooseTown({ code: '350583117', name: '霞美镇' });
    render(<HomePage />);
    await screen.findByText('山美村妇女之家');

    tap('checkbox', '现在开门');
    tap('checkbox', '下班后还开');
    await screen.findByText(/今晚 19:00 开着/);
    expect(lastAsked()).toContain('openAt=');
    expect(lastAsked()).not.toContain('openNow');
    expect(screen.getByRole('checkbox', { name: '现在开门' }).ariaChecked).toBe('false');

    tap('checkbox', '现在开门');
    await screen.findByText('✓ 现在开门 · 到 21:00');
    expect(lastAsked()).toContain('openNow=true');
    expect(lastAsked()).not.toContain('openAt');
    expect(screen.getByRole('checkbox', { name: '下班后还开' }).ariaChecked).toBe('false');
  });

  it('means now by the evening once it is past 19:00', async () => {
    itIs('19:00');
    chooseTown({ code: '350583117', name: '霞美镇' });
    render(<HomePage />);
    await screen.findByText('山美村妇女之家');

    tap('checkbox', '下班后还开');
    await screen.findByText('✓ 现在开门 · 到 21:00');

    expect(lastAsked()).toContain('openNow=true');
    expect(lastAsked()).not.toContain('openAt');
  });

  it('draws the same homes as a map, with the card of the pin below', async () => {
    chooseTown({ code: '350583117', name: '霞美镇' });
    render(<HomePage />);
    await screen.findByText('山美村妇女之家');

    tap('tab', '地图');

    expect(screen.getByRole('img', { name: /地图，1 个家的位置/ })).toBeTruthy();
    tap('link', /山美村妇女之家，现在开门/);
    expect(phone.visited).toEqual(['/women/womens-home/index?id=H1']);
  });

  it('says what is on today around her, at most three, and leads to the rest', async () => {
    theServiceAnswers({
      ...homes,
      'GET /activities': says({ items: [anActivity()], next: 'more' }),
    });
    chooseTown({ code: '350583117', name: '霞美镇' });
    render(<HomePage />);

    await screen.findByRole('heading', { name: '今天有什么' });
    expect(asked('/activities').pop()).toContain(
      `lng=118.4&lat=24.9&day=${dayOf(Date.now())}&limit=3`,
    );
    tap('button', '看所有活动');
    expect(phone.visited).toEqual(['/pages/activities/index']);
  });

  it('says nothing of today when the service does not say', async () => {
    theServiceAnswers({ ...homes, 'GET /activities': refuses('busy') });
    chooseTown({ code: '350583117', name: '霞美镇' });
    render(<HomePage />);

    await screen.findByText('山美村妇女之家');

    expect(screen.queryByText('今天有什么')).toBeNull();
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
  });
});
