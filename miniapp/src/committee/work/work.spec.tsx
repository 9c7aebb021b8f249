import { act, fireEvent, render, screen } from '@testing-library/react';
import { refuses } from '../../../test/desk';
import { aWoman } from '../../../test/field';
import { aFieldService, anExecutiveMemberSignsIn } from '../../../test/field-service';
import { phone } from '../../../test/stand-ins/taro';
import { herField } from '@/features/visit/her-field';
import { keepSession } from '@/platform/session';
import WorkPage from '.';

const women = [
  aWoman({ id: 'P', name: '示例·约好', followUpDay: '2026-11-20' }),
  aWoman({ id: 'N', name: '示例·久等', lastVisitDay: '2026-06-01' }),
  aWoman({ id: 'H', name: '示例·交接', handedOverOn: '2026-11-10' }),
  aWoman({ id: 'S', name: '示例·刚去过' }),
];
const names = () => screen.getAllByRole('button', { name: /^示例/ });

beforeEach(() => {
  phone.reset();
  act(anExecutiveMemberSignsIn);
});
afterEach(() => jest.useRealTimers());

describe('执委工作', () => {
  it('says whom to visit, what is longest overdue first, and why', async () => {
    aFieldService(women);
    render(<WorkPage />);
    await screen.findByText('该去看看的 3 位');

    expect(names().map((name) => name.getAttribute('aria-label'))).toEqual([
      '示例·久等，好久没去，上次 174 天前',
      '示例·约好，约好周五 11月20日再去，过了 2 天',
      '示例·交接，刚交接过来，还有 2 天',
    ]);
    fireEvent.click(names()[0]!);
    expect(phone.visited).toEqual(['/committee/woman/index?id=N']);
  });

  it('hints at the number of links and leaves it at that', async () => {
    aFieldService(women);
    render(<WorkPage />);

    expect(await screen.findByText('4 位，还差 16 位到 20 位')).toBeTruthy();
  });

  it('opens and works without a network after one sync, and says so calmly', async () => {
    aFieldService(women);
    const { unmount } = render(<WorkPage />);
    await screen.findByText(/都传上去了/);
    unmount();
    phone.setOnline(false);

    render(<WorkPage />);

    await screen.findByText('没有网络，照样能记。名单是今天 12:00 的。');
    expect(names()).toHaveLength(3);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks whoever was never online to be so once', async () => {
    aFieldService(women);
    phone.setOnline(false);
    render(<WorkPage />);

    await screen.findByText(/还没有名单。连上网更新一次/);
  });
});

describe('a phone', () => {
  it('that is full even to begin says what to do', async () => {
    aFieldService(women);
    phone.isFull = true;
    render(<WorkPage />);

    await screen.findByText(/手机里放不下了。清一清/);
  });

  it('stays open once her session has ended, leads to signing in, and sends then what waits', async () => {
    const service = aFieldService(women);
    const answer = phone.answer;
    render(<WorkPage />);
    await screen.findByText('该去看看的 3 位');

    phone.answer = async () => refuses('session_ended');
    act(() => phone.setOnline(true));
    fireEvent.click(await screen.findByRole('button', { name: '去登录' }));
    expect(phone.visited).toEqual(['/staff/sign-in/index?back=1']);
    act(() => void herField.leaveLink('P'));
    await screen.findByText(/1 条存在手机里，要登录才能传。/);
    expect(screen.getByText('该去看看的 2 位')).toBeTruthy();

    phone.answer = answer;
    act(() => keepSession('another'));
    await screen.findByText(/都传上去了/);

    expect(service.facts).toMatchObject([{ type: 'link_left', linkId: 'P' }]);
    expect(screen.queryByRole('button', { name: '去登录' })).toBeNull();
  });
});
