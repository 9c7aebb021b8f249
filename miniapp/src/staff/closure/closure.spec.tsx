import { act, render, screen } from '@testing-library/react';
import type { DeskTicketRow } from '@niangjia/shared';
import { aTicket, questionsTo, refuses, says, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { tap, tapOnceThere } from '../../../test/taps';
import { keepSession } from '@/platform/session';
import ClosurePage from '.';

const path = '/desk/figures/closure';
const ticketsPath = `${path}/case-tickets`;
const thisMonth = { fromDay: '2027-01-01', toDay: '2027-01-15' };

const rate = (due: number, closed: number) => says({ ...thisMonth, due, closed });
const tickets = (...items: DeskTicketRow[]) => says({ items, next: null });
const answers = (figure: ReturnType<typeof says>, list = tickets()) =>
  theServiceAnswers({ [`GET ${path}`]: figure, [`GET ${ticketsPath}`]: list });

function open(figure: ReturnType<typeof says>, list = tickets()) {
  answers(figure, list);
  render(<ClosurePage />);
}

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2027-01-15T00:30:00+08:00'), advanceTimers: true });
  phone.reset();
  act(() => keepSession('secret'));
});
afterEach(() => jest.useRealTimers());

describe('办结率', () => {
  it('says of how many, and opens one that was not closed', async () => {
    open(rate(3, 2), tickets(aTicket({ id: 'T7', kind: 'labour_rights', state: 'accepted' })));

    await screen.findByText('到期 3 件，办结 2 件，67%');
    await tapOnceThere(/劳动.*霞美村妇联，还没分/);

    expect(phone.visited).toEqual(['/staff/case-ticket/index?id=T7']);
    expect(questionsTo(path)).toEqual(['fromDay=2027-01-01&toDay=2027-01-15']);
    expect(questionsTo(ticketsPath)).toEqual([
      'fromDay=2027-01-01&toDay=2027-01-15&closed=false&limit=20',
    ]);
  });

  it('reckons the months by days in China, and asks both for the number and for what is behind it', async () => {
    open(rate(0, 0));
    await screen.findByText('这段时间没有到期的，算不出办结率。');
    answers(rate(4, 4), tickets(aTicket({ state: 'closed' })));

    tap('上个月', 'radio');
    await screen.findByText('到期 4 件，办结 4 件，100%');
    tap('办结了的', 'radio');
    await screen.findByRole('button', { name: /已办结/ });

    const december = 'fromDay=2026-12-01&toDay=2026-12-31';
    expect(questionsTo(path).pop()).toBe(december);
    expect(questionsTo(ticketsPath).pop()).toBe(`${december}&closed=true&limit=20`);

    answers(rate(5, 0));
    tap('今年', 'radio');
    await screen.findByText('到期 5 件，办结 0 件，0%');
    await screen.findByText('这段时间没有这样的。');
    expect(questionsTo(path).pop()).toBe('fromDay=2027-01-01&toDay=2027-01-15');
  });

  it('never says 100% while one of them was not closed', async () => {
    open(rate(200, 199));

    await screen.findByText('到期 200 件，办结 199 件，99%');
  });

  it('says so when there is none of them', async () => {
    open(rate(4, 4));

    await screen.findByText('这段时间没有这样的。');
  });

  it('says why there is no number, and still lists what can be read', async () => {
    open(refuses('busy'), tickets(aTicket()));

    await screen.findByText('现在有点忙。等一下再试。');
    await screen.findByRole('button', { name: /霞美村妇联，还没分/ });
    answers(rate(1, 0));
    tap('再试一次');

    await screen.findByText('到期 1 件，办结 0 件，0%');
  });
});
