import { act, render, screen, waitFor } from '@testing-library/react';
import { aHome, questionsTo, refuses, says, theServiceAnswers } from '../../../test/desk';
import { phone, wechatFault } from '../../../test/stand-ins/taro';
import { tap, tapOnceThere } from '../../../test/taps';
import { forgetSession, keepSession } from '@/platform/session';
import { setElder } from '@/platform/text-size';
import WomensHomesPage from '.';

const path = '/desk/womens-homes';
const list = (...items: unknown[]) => says({ items, next: null });
const answers = (answer: ReturnType<typeof says>) => theServiceAnswers({ [`GET ${path}`]: answer });
const second = aHome({ id: 'H2', name: '金枝村妇女之家', federationName: '金枝村妇联' });
const inWords = (name: string, isOpen = '开着') => new RegExp(`^${name}，.*${isOpen}$`);

/** The first page, and after `H1` the second. */
const inTwoPages = () => {
  phone.answer = async ({ url }) =>
    url.includes('after=') ? list(second) : says({ items: [aHome()], next: 'H1' });
};

beforeEach(() => {
  phone.reset();
  act(() => keepSession('secret'));
});

describe('妇女之家', () => {
  it('says what each is, whether it is open and who sees it, and a tap leads to it', async () => {
    const hidden = aHome({
      id: 'H2',
      name: '女童之家',
      kind: 'family_station',
      isOpen: false,
      phone: null,
      confidential: true,
    });
    answers(list(aHome(), hidden));
    render(<WomensHomesPage />);

    await tapOnceThere('霞美村妇女之家，妇女之家 · 霞美村妇联，霞美路 18 号，0595-00001234，开着');
    tap(
      '女童之家，家庭驿站 · 霞美村妇联，霞美路 18 号，没有写电话，不公开：只有您这一片的工作人员看得到，关着',
    );

    const editor = '/staff/womens-home/index';
    expect(phone.visited).toEqual([`${editor}?id=H1`, `${editor}?id=H2`]);
  });

  it('shows more below by a tap, each once, and keeps them when the rest could not be read', async () => {
    inTwoPages();
    render(<WomensHomesPage />);
    await screen.findByRole('button', { name: inWords('霞美村妇女之家') });
    const thereIsMore = phone.answer;
    phone.answer = () => Promise.reject(wechatFault('request:fail timeout'));
    tap(/^再看/);
    await screen.findByText(/^! 网络有点慢/);
    expect(screen.getByRole('button', { name: inWords('霞美村妇女之家') })).toBeTruthy();

    phone.answer = thereIsMore;
    tap('再试一次');

    await screen.findByRole('button', { name: inWords('金枝村妇女之家') });
    expect(screen.getAllByRole('button', { name: /开着$/ })).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /^再看/ })).toBeNull();
    expect(screen.queryByText(/网络有点慢/)).toBeNull();
    expect(questionsTo(path)).toEqual(['', 'after=H1', 'after=H1']);
  });

  it('promises as many more as come: five in 长辈版', async () => {
    act(() => setElder(true));
    inTwoPages();
    render(<WomensHomesPage />);

    await tapOnceThere('再看 5 个');

    await screen.findByRole('button', { name: inWords('金枝村妇女之家') });
    expect(questionsTo(path)).toEqual(['limit=5', 'limit=5&after=H1']);
  });

  it('says that there is none, or why it cannot be read, with a way to try again', async () => {
    answers(refuses('busy'));
    render(<WomensHomesPage />);
    await screen.findByText('现在有点忙。等一下再试。');
    expect(screen.queryByText('您这一片还没有登记的家。')).toBeNull();

    answers(list());
    tap('再试一次');

    await screen.findByText('您这一片还没有登记的家。');
  });

  it('shows what was changed when she comes back from one, and nothing once it is not hers', async () => {
    answers(list(aHome()));
    render(<WomensHomesPage />);
    await screen.findByRole('button', { name: inWords('霞美村妇女之家') });

    answers(list(aHome({ isOpen: false, version: 4 })));
    act(phone.comeBack);
    await screen.findByRole('button', { name: inWords('霞美村妇女之家', '关着') });
    answers(refuses('not_found'));
    act(phone.comeBack);

    await waitFor(() => expect(screen.queryByRole('button', { name: /^霞美村/ })).toBeNull());
  });

  it('asks for nothing before somebody signed in', () => {
    act(forgetSession);
    render(<WomensHomesPage />);

    tap('去登录');

    expect(phone.visited).toEqual(['/staff/sign-in/index?back=1']);
    expect(phone.asked).toEqual([]);
  });
});
