import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { anActivity, aRegistration } from '../../../test/her-days';
import { phone } from '../../../test/stand-ins/taro';
import { forgetSession, keepSession } from '@/platform/session';
import ActivityPage from './index';

const one = 'GET /activities/A1';
const register = 'POST /activities/A1/registrations';
const cancel = 'POST /registrations/R1/cancel';
const waiting = aRegistration({ state: 'waiting', waitingBefore: 2 });

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const tapWhenThere = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));

async function open() {
  const page = render(<ActivityPage />);
  await screen.findByRole('heading', { name: '包粽子' });
  return page;
}

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'A1' };
  keepSession('token');
});

describe('registering', () => {
  it('takes seats and says when and where, and what comes next', async () => {
    theServiceAnswers({ [one]: says(anActivity()), [register]: says(aRegistration({ seats: 2 })) });
    await open();

    tap('我要报名');
    tap('一共 2 人', 'radio');
    tap('报名');

    await screen.findByRole('heading', { name: '报上名了' });
    expect(sentTo('POST', '/activities/A1/registrations')).toEqual([{ seats: 2 }]);
    expect(screen.getByText('周日 11月26日 上午9点')).toBeTruthy();
    tap('看我的报名');
    expect(phone.visited).toEqual(['/women/registrations/index']);
  });

  it('signs her in first, and goes on where she was', async () => {
    phone.reset();
    phone.pageQuery = { id: 'A1' };
    theServiceAnswers({
      [one]: says(anActivity()),
      'GET /demonstration/people': says({
        items: [{ id: 'woman', name: '示例·李阿珍', role: '群众' }],
      }),
      'POST /sessions': says({ token: 'token', account: { id: 'her' } }),
      [register]: says(aRegistration()),
    });
    await open();
    expect(screen.queryByRole('dialog')).toBeNull();

    tap('我要报名');
    await tapWhenThere(/李阿珍/);
    await tapWhenThere('报名');

    await screen.findByRole('heading', { name: '报上名了' });
  });

  it('lets her wait when it is full, and says how many are before her', async () => {
    const full = anActivity({ seatsLeft: 0, waiting: 2 });
    theServiceAnswers({ [one]: says(full), [register]: says(waiting) });
    await open();
    expect(screen.getByText('名额满了，2 位在候补')).toBeTruthy();
    expect(screen.getByText('一共 20 个，报满了，2 位在候补')).toBeTruthy();

    tap('排队等候');
    tap('排队');

    await screen.findByRole('heading', { name: '排上队了' });
    expect(screen.getByText(/前面还有 2 位。到周日 11月26日 上午7点为止/)).toBeTruthy();
  });

  it('says when it is full that nobody waits yet', async () => {
    theServiceAnswers({ [one]: says(anActivity({ seatsLeft: 0 })) });
    await open();
    expect(screen.getByText('名额满了，可以候补')).toBeTruthy();
    expect(screen.getByText('一共 20 个，报满了，还没有人候补')).toBeTruthy();
  });

  it('offers to wait when there are fewer seats than she wants, and says how many are missing', async () => {
    theServiceAnswers({ [one]: says(anActivity({ seatsLeft: 1 })) });
    await open();

    tap('我要报名');
    tap('一共 3 人', 'radio');

    expect(screen.getByText(/^还有 1 个名额，您要 3 个，还差 2 个。到.*上午7点为止/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '排队' })).toBeTruthy();
  });

  it('gives a free seat to her whom it fits while a larger party waits, as the service does', async () => {
    theServiceAnswers({ [one]: says(anActivity({ seatsLeft: 1, waiting: 1 })) });
    await open();
    expect(screen.getByText('一共 20 个，还有 1 个，1 位要的名额多，在候补')).toBeTruthy();

    tap('我要报名');

    expect(screen.getByRole('button', { name: '报名' })).toBeTruthy();
  });

  it('offers no waiting once nobody could give a seat back', async () => {
    const cancellableUntil = '2020-01-01T00:00:00+08:00';
    theServiceAnswers({ [one]: says(anActivity({ seatsLeft: 0, cancellableUntil })) });
    await open();

    tap(new RegExp(refusals.waiting_list_closed.message));

    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says who sees her name, and sends the one she wants to be called by', async () => {
    theServiceAnswers({ [one]: says(anActivity()), [register]: says(aRegistration()) });
    await open();

    tap('我要报名');
    expect(screen.getByText(/^山美村妇联和上级妇联办活动的人能看到您的称呼/)).toBeTruthy();
    const box = screen.getByRole('textbox', { name: '怎么称呼您，选填' });
    fireEvent.change(box, { target: { value: ' 阿珍 ' } });
    tap('报名');

    await screen.findByRole('heading', { name: '报上名了' });
    const path = '/activities/A1/registrations';
    expect(sentTo('POST', path)).toEqual([{ seats: 1, calledAs: '阿珍' }]);
  });

  it('offers no more seats than the activity has', async () => {
    theServiceAnswers({ [one]: says(anActivity({ seats: 2, seatsLeft: 2 })) });
    await open();

    tap('我要报名');

    expect(screen.queryByRole('radio', { name: '一共 3 人' })).toBeNull();
  });

  it.each([
    ['activity_closed', anActivity({ state: 'closed' })],
    ['activity_closed', anActivity({ registrationClosesAt: '2020-01-01T00:00:00+08:00' })],
    ['activity_cancelled', anActivity({ state: 'cancelled', cancelReason: '台风来了。' })],
  ] as const)('says at the grey button why not: %s', async (code, activity) => {
    theServiceAnswers({ [one]: says(activity) });
    await open();

    const button = screen.getByRole('button', { name: `我要报名，${refusals[code].message}` });
    fireEvent.click(button);

    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('dialog')).toBeNull();
    if (activity.cancelReason) expect(screen.getByText('台风来了。')).toBeTruthy();
  });

  it('says what the service refused and keeps what she chose', async () => {
    theServiceAnswers({ [one]: says(anActivity()), [register]: refuses('busy') });
    await open();

    tap('我要报名');
    tap('一共 4 人', 'radio');
    tap('报名');

    await screen.findByText(refusals.busy.message);
    expect(screen.getByRole('radio', { name: '一共 4 人' }).getAttribute('aria-checked')).toBe(
      'true',
    );
  });
});

describe('a registration of hers', () => {
  it('is cancelled only after asking once, and she can register again', async () => {
    theServiceAnswers({
      [one]: says(anActivity({ mine: aRegistration() })),
      [cancel]: says(aRegistration({ state: 'cancelled' })),
    });
    await open();
    expect(screen.queryByRole('button', { name: '我要报名' })).toBeNull();

    tap('取消报名');
    expect(sentTo('POST', '/registrations/R1/cancel')).toHaveLength(0);
    tap('确定取消');
    await screen.findByRole('heading', { name: '取消了' });

    theServiceAnswers({ [one]: says(anActivity({ mine: aRegistration({ state: 'cancelled' }) })) });
    tap('回到这个活动');
    await screen.findByRole('button', { name: '我要报名' });

    theServiceAnswers({ [register]: says(aRegistration({ id: 'R2' })) });
    tap('我要报名');
    tap('报名');
    await screen.findByRole('heading', { name: '报上名了' });
  });

  it('cannot be cancelled shortly before, and says why and whom to call', async () => {
    const facts = { cancellableUntil: '2020-01-01T00:00:00+08:00', phone: '0595-86000000' };
    theServiceAnswers({ [one]: says(anActivity({ mine: aRegistration(), ...facts })) });
    await open();

    tap(`取消报名，${refusals.too_late_to_cancel.message}`);

    expect(screen.queryByRole('button', { name: '确定取消' })).toBeNull();
    tap(/^打电话给.*0595-86000000$/);
    expect(screen.getByText('0595-86000000')).toBeTruthy();
  });

  it('says how many seats a large party still lacks, and when waiting is over', async () => {
    const next = { state: 'waiting', seats: 3, waitingBefore: 0, seatsShort: 2 } as const;
    theServiceAnswers({ [one]: says(anActivity({ mine: aRegistration(next) })) });
    const page = await open();
    expect(screen.getByText(/^您是下一个，还差 2 个名额。到.*过了就不再补。$/)).toBeTruthy();
    page.unmount();

    const cancellableUntil = '2020-01-01T00:00:00+08:00';
    const over = aRegistration({ ...next, cancellableUntil });
    theServiceAnswers({ [one]: says(anActivity({ mine: over, cancellableUntil })) });
    await open();
    expect(screen.getByText(/^候补已经截止，这次没有轮到您/)).toBeTruthy();
  });

  it('leaves the waiting list at any time', async () => {
    const cancellableUntil = '2020-01-01T00:00:00+08:00';
    theServiceAnswers({
      [one]: says(anActivity({ mine: waiting, cancellableUntil })),
      [cancel]: says({ ...waiting, state: 'cancelled' }),
    });
    await open();

    tap('不再等了');
    tap('确定不等');

    await screen.findByRole('heading', { name: '取消了' });
  });

  it('shows the newest state when the service knows it otherwise', async () => {
    const answers = {
      [one]: says(anActivity({ mine: waiting })),
      [cancel]: refuses('registration_cancelled'),
    };
    theServiceAnswers(answers);
    await open();
    tap('不再等了');
    theServiceAnswers({ ...answers, [one]: says(anActivity()) });
    tap('确定不等');

    await waitFor(() => expect(screen.queryByText('您在排队')).toBeNull());
    expect(screen.getByRole('button', { name: '我要报名' })).toBeTruthy();
  });
});

describe('what she typed before the page was closed', () => {
  const called = () => screen.getByRole<HTMLInputElement>('textbox', { name: /怎么称呼您/ });
  const reopened = async () => {
    cleanup();
    await open();
    tap('我要报名');
  };

  beforeEach(async () => {
    theServiceAnswers({ [one]: says(anActivity()), [register]: says(aRegistration({ seats: 2 })) });
    await open();
    tap('我要报名');
    tap('一共 2 人', 'radio');
    fireEvent.change(called(), { target: { value: '阿珍' } });
    await reopened();
  });

  it('is there again and is sent, and is gone after that', async () => {
    expect(called().value).toBe('阿珍');
    tap('报名');
    await screen.findByRole('heading', { name: '报上名了' });
    expect(sentTo('POST', '/activities/A1/registrations')).toEqual([
      { seats: 2, calledAs: '阿珍' },
    ]);

    await reopened();
    expect(called().value).toBe('');
  });

  it('goes when she begins anew, and with her session', async () => {
    tap('重新填');
    expect(called().value).toBe('');
    fireEvent.change(called(), { target: { value: '阿珍' } });
    forgetSession();
    keepSession('of another');

    await reopened();
    expect(called().value).toBe('');
  });
});
