import { act, render, screen, waitFor } from '@testing-library/react';
import { claimCodeInGroups, refusals } from '@niangjia/shared';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { claimCode, claimedTicket } from '../../../test/her';
import { phone, wechatFault } from '../../../test/stand-ins/taro';
import { tap, tapOnceThere } from '../../../test/taps';
import { handOverClaimCode, takeClaimCode } from '@/features/case-ticket/claim-code';
import { clearAll } from '@/platform/leaving';
import { keepSession } from '@/platform/session';
import AskedPage from '.';
import config from './index.config';

const claim = 'POST /case-tickets/claim';
const danger = '/case-tickets/claim/danger';
const ticket = { ...claimedTicket, state: 'received' as const, messages: [] };
const spoken = claimCodeInGroups(claimCode)
  .split(' ')
  .map((group) => [...group].join(' '))
  .join('，');
const digits = () => screen.queryByRole('img', { name: spoken })?.textContent;
const isChosen = (name: string) =>
  screen.getByRole('radio', { name }).getAttribute('aria-checked') === 'true';

function arrive(answers: Parameters<typeof theServiceAnswers>[0] = {}) {
  theServiceAnswers({ [claim]: says(ticket), ...answers });
  handOverClaimCode(claimCode);
  return render(<AskedPage />);
}
const arriveAndRead = async (answers?: Parameters<typeof theServiceAnswers>[0]) => {
  const page = arrive(answers);
  await screen.findByRole('radio', { name: '没有' });
  return page;
};

/** Answers to the danger question that wait until they are let go, in the order they were asked. */
function heldBack(): (() => void)[] {
  const waiting: (() => void)[] = [];
  phone.answer = ({ data }) =>
    new Promise((resolve) => {
      const { inDanger } = data as { inDanger: boolean };
      waiting.push(() => resolve(says({ ...ticket, inDanger })));
    });
  return waiting;
}

beforeEach(() => {
  takeClaimCode();
  phone.reset();
});

describe('right after she asked for help', () => {
  it('keeps the 20 digits in sight until she says that she has them, and has them still then', async () => {
    await arriveAndRead();
    expect(digits()).toBe(claimCode);
    expect(sentTo('POST', '/case-tickets/claim')).toEqual([{ claimCode }]);

    act(phone.comeBack);
    expect(digits()).toBe(claimCode);
    tap('记好了');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('送到了');
    expect(digits()).toBeUndefined();
    tap('再看一眼数字');

    expect(digits()).toBe(claimCode);
    expect(phone.asked).toHaveLength(1);
  });

  it('shows the digits without a network too, and what became of it once there is one', async () => {
    phone.setOnline(false);
    arrive();
    await screen.findByText('没有网络。有网了再试一次。');
    expect(digits()).toBe(claimCode);
    expect(screen.getByRole('button', { name: '打 110' })).toBeTruthy();

    phone.isOnline = true;
    theServiceAnswers({ [claim]: refuses('busy') });
    tap('再试一次');
    await screen.findByText('现在有点忙。等一下再试。');
    theServiceAnswers({ [claim]: says(ticket) });
    await tapOnceThere('再试一次');

    await screen.findByText('霞美镇妇联收到了。过些时候凭这串数字来看。');
    expect(digits()).toBe(claimCode);
  });

  it('shows 110 the moment she says yes, and what she tells again after no answer counts once', async () => {
    await arriveAndRead();
    phone.answer = () => Promise.reject(wechatFault('request:fail timeout'));
    tap('是，现在有危险', 'radio');
    expect(screen.getByRole('button', { name: '打 110' })).toBeTruthy();
    await screen.findByText(/^网络有点慢，还没等到回音。/);
    theServiceAnswers({ [`POST ${danger}`]: refuses('busy') });
    tap('是，现在有危险', 'radio');
    await screen.findByText(refusals.busy.message);
    expect(isChosen('是，现在有危险')).toBe(true);

    theServiceAnswers({ [`POST ${danger}`]: says({ ...ticket, inDanger: true }) });
    tap('是，现在有危险', 'radio');
    await waitFor(() => expect(screen.queryByText(refusals.busy.message)).toBeNull());

    const body = { claimCode, inDanger: true };
    expect(sentTo('POST', danger)).toEqual([body, body, body]);
    const keys = phone.asked
      .filter(({ url }) => url.endsWith('/danger'))
      .map(({ header }) => header['Idempotency-Key']);
    expect(keys[0]).toMatch(/^[\w-]{22}$/);
    expect(new Set(keys).size).toBe(1);
  });

  it('tells them what she said last, also while what she said before is on its way', async () => {
    await arriveAndRead();
    const waiting = heldBack();
    tap('没有', 'radio');
    await waitFor(() => expect(waiting).toHaveLength(1));

    tap('是，现在有危险', 'radio');
    tap('是，现在有危险', 'radio');
    await act(async () => waiting[0]?.());
    await waitFor(() => expect(waiting).toHaveLength(2));
    await act(async () => waiting[1]?.());

    expect(sentTo('POST', danger)).toEqual([
      { claimCode, inDanger: false },
      { claimCode, inDanger: true },
    ]);
    expect(isChosen('是，现在有危险')).toBe(true);
  });

  it('leaves nothing on the phone or with her account unless she ticks it, and no digits to come back to', async () => {
    const keep = '/case-tickets/claim/keep';
    act(() => keepSession('secret'));
    const kept = { id: 'K1', title: '11月26日收进的一件事', state: 'received' };
    const { unmount } = await arriveAndRead({ [`POST ${keep}`]: says(kept) });
    tap('记好了');
    tap('没有', 'radio');
    await waitFor(() => expect(sentTo('POST', danger)).toHaveLength(1));
    expect([...phone.storage]).toEqual([['session', 'secret']]);
    expect(sentTo('POST', keep)).toEqual([]);
    expect(phone.asked.map(({ header }) => header.Authorization)).toEqual([undefined, undefined]);

    tap('收进「我的」', 'checkbox');
    await screen.findByText(/11月26日收进的一件事/);
    expect([...phone.storage]).toEqual([['session', 'secret']]);

    unmount();
    render(<AskedPage />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('这一页不留数字');
    tap('看答复');
    expect(phone.visited).toEqual(['/women/claim/index']);
  });

  it('says nothing in its title, offers quick exit first, and is empty after it', async () => {
    const { container } = await arriveAndRead();
    expect(config.navigationBarTitleText).toBe('服务');
    expect(config.visualEffectInBackground).toBe('hidden');
    expect(container.querySelector('button')?.textContent).toBe('快速离开');

    act(clearAll);

    expect(container.textContent).toBe('');
    expect(container.innerHTML).not.toContain(spoken);
  });
});
