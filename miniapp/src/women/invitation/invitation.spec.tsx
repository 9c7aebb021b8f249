import { act, render, screen, waitFor } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { inHerHand } from '../../../test/her';
import { anInvitation, invitationCode as code } from '../../../test/organisation';
import { phone } from '../../../test/stand-ins/taro';
import { alerts, box, tap, tapOnceThere, type } from '../../../test/taps';
import { forgetSession, keepSession } from '@/platform/session';
import InvitationPage from '.';

const read = '/invitations/read';
const take = '/invitations/take';
const invitation = anInvitation({ toDay: '2031-03-08' });
const woman = { id: 'woman', name: '示例·李阿珍', role: '群众' };
const signingIn = {
  'GET /demonstration/people': says({ items: [woman], next: null }),
  'POST /sessions': says({ token: 'secret', expiresAt: '', account: { ...staff, posts: [] } }),
};
const answers = (more: Parameters<typeof theServiceAnswers>[0]) =>
  theServiceAnswers({ ...signingIn, [`POST ${read}`]: says(invitation), ...more });
const look = (digits = code) => {
  type('20 位数字', digits);
  tap('看是什么任职');
};
const signIn = () => tapOnceThere('示例·李阿珍，群众');
const asked = () => screen.findByText('请您做：霞美镇妇联 工作人员');

async function open(more: Parameters<typeof theServiceAnswers>[0] = {}) {
  answers(more);
  render(<InvitationPage />);
  look();
  await asked();
}

beforeEach(() => {
  phone.reset();
  keepSession('secret');
});

describe('接受任职', () => {
  it('forgives how the digits are typed, signs her in on the way and shows which post it is', async () => {
    forgetSession();
    answers({});
    render(<InvitationPage />);
    look('3141 5926');
    expect(alerts()).toEqual(['! 要 20 位数字，照着发给您的再对一对。']);
    look(inHerHand(code));
    expect(alerts()).toEqual([]);
    expect(sentTo('POST', read)).toEqual([]);
    await signIn();

    await asked();
    expect(screen.getByText('做到：2031-03-08')).toBeTruthy();
    expect(sentTo('POST', read)).toEqual([{ code }]);
    expect(sentTo('POST', take)).toEqual([]);
    expect(JSON.stringify([...phone.storage])).not.toContain(code);
    expect(phone.visited).toEqual([]);
  });

  it('says that digits which are wrong, used or over cannot be used, and keeps them to look at', async () => {
    answers({ [`POST ${read}`]: refuses('invitation_not_found') });
    render(<InvitationPage />);
    look();
    await screen.findByText(refusals.invitation_not_found.message);
    expect(box('20 位数字').value).toBe(code);

    answers({});
    look('3141 5926 5358 9793 2385');
    await asked();
    expect(sentTo('POST', read)).toEqual([{ code }, { code: '31415926535897932385' }]);
  });

  it('takes the post once, also on a double tap, and leads to the desk', async () => {
    await open({ [`POST ${take}`]: says(staff) });
    const button = screen.getByRole('button', { name: '接受' });
    act(() => {
      button.click();
      button.click();
    });

    await screen.findByText('好了，您现在是霞美镇妇联 工作人员。');
    expect(sentTo('POST', take)).toEqual([{ code }]);
    expect(screen.queryByRole('button', { name: '接受' })).toBeNull();
    tap('去工作台');
    expect(phone.visited).toEqual(['/staff/desk/index']);
  });

  it('says that her session has ended, and goes on where she was when she signed in again', async () => {
    answers({ [`POST ${read}`]: refuses('session_ended') });
    render(<InvitationPage />);
    look();
    await screen.findByText(refusals.session_ended.message);
    answers({ [`POST ${take}`]: refuses('session_ended') });
    tap('看是什么任职');
    await signIn();
    await asked();

    tap('接受');
    await screen.findByText(refusals.session_ended.message);
    answers({ [`POST ${take}`]: says(staff) });
    tap('接受');
    await signIn();

    await screen.findByText(/^好了，您现在是/);
    expect(sentTo('POST', take)).toEqual([{ code }, { code }]);
  });

  it('lets her type other digits when somebody else was faster, and never sends the old ones again', async () => {
    await open({ [`POST ${take}`]: refuses('busy') });
    tap('接受');
    await screen.findByText(refusals.busy.message);
    answers({ [`POST ${take}`]: refuses('invitation_not_found') });
    tap('接受');
    await screen.findByText(refusals.invitation_not_found.message);
    expect(screen.queryByRole('button', { name: '接受' })).toBeNull();

    tap('填另一串数字');
    expect(box('20 位数字').value).toBe('');
    tap('看是什么任职');
    await waitFor(() => expect(alerts()).toHaveLength(1));
    expect(sentTo('POST', read)).toHaveLength(1);
  });

  it('says so when she holds the post already', async () => {
    await open({ [`POST ${take}`]: refuses('holds_it_already') });
    tap('接受');

    await screen.findByText(refusals.holds_it_already.message);
    expect(sentTo('POST', take)).toHaveLength(1);
  });
});
