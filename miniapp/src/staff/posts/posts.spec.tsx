import { render, screen, waitFor } from '@testing-library/react';
import { refusals } from '@niangjia/shared';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aNewInvitation, anInvitation, aPost } from '../../../test/organisation';
import { phone } from '../../../test/stand-ins/taro';
import { alerts, box, tap, tapOnceThere, type } from '../../../test/taps';
import { keepSession } from '@/platform/session';
import PostsPage from '.';

const posts = '/desk/federations/F1/posts';
const invitations = '/desk/federations/F1/invitations';
const list = (...items: unknown[]) => says({ items, next: null });
const chair = aPost({ id: 'P2', kind: 'chair', name: '示例·洪丽华', toDay: '2031-03-08' });
const reads = { [`GET ${posts}`]: list(chair, aPost()), [`GET ${invitations}`]: list() };
const answers = (more: Parameters<typeof theServiceAnswers>[0]) =>
  theServiceAnswers({ ...reads, ...more });

async function open(more: Parameters<typeof theServiceAnswers>[0] = {}) {
  answers(more);
  render(<PostsPage />);
  await screen.findByRole('button', { name: /^示例·陈秀英/ });
}

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'F1' };
  keepSession('secret');
});

describe('任职', () => {
  it('says who holds which post and until when, or that nobody does', async () => {
    await open();
    expect(
      screen.getByRole('button', { name: '示例·洪丽华，主席，2026-01-01 到 2031-03-08' }),
    ).toBeTruthy();
    expect(
      screen.getByRole('button', { name: '示例·陈秀英，执委，从 2026-01-01 起' }),
    ).toBeTruthy();

    answers({ [`GET ${posts}`]: list() });
    render(<PostsPage />);

    await screen.findByText('这里还没有人任职。');
  });

  it('invites somebody once and shows her digits, and that they wait to be taken', async () => {
    await open();
    tap('请人任职');
    type('做到哪一天，选填', '明年');
    tap('要 20 位数字');
    expect(alerts()).toEqual(['! 点一个任职。', '! 写一个日期，比如 2031-3-8。不写也行。']);

    answers({
      [`GET ${invitations}`]: list(anInvitation()),
      [`POST ${invitations}`]: says(aNewInvitation()),
    });
    tap('工作人员', 'radio');
    type('做到哪一天，选填', '2031年3月8日');
    tap('要 20 位数字');

    await screen.findByText('3141 5926 5358 9793 2384');
    expect(screen.getByText(/^只显示这一次。7 天里谁先填上/)).toBeTruthy();
    expect(sentTo('POST', invitations)).toEqual([{ kind: 'staff', toDay: '2031-03-08' }]);
    await screen.findByText('工作人员，2026-11-29 前有效');
  });

  it('says why an invitation was not made, and keeps what she chose and typed', async () => {
    await open({
      [`POST ${invitations}`]: refuses('bad_input', { toDay: '这里要填日期。' }),
    });
    tap('请人任职');
    tap('执委', 'radio');
    type('做到哪一天，选填', '2020-3-8');
    tap('要 20 位数字');

    await screen.findByText(refusals.bad_input.message);
    expect(alerts()[0]).toBe('! 这里要填日期。');
    answers({ [`POST ${invitations}`]: refuses('day_is_over') });
    tap('要 20 位数字');
    await screen.findByText(refusals.day_is_over.message);
    expect(box('做到哪一天，选填').value).toBe('2020-3-8');
    expect(screen.getByRole('radio', { name: '执委' }).getAttribute('aria-checked')).toBe('true');
  });

  it('ends a post only after it was asked, once, and she is gone from the list', async () => {
    await open();
    tap(/^示例·陈秀英/);
    expect(screen.getByRole('dialog', { name: '示例·陈秀英 · 执委' })).toBeTruthy();
    expect(sentTo('DELETE', '/desk/posts/P1')).toEqual([]);

    answers({ [`GET ${posts}`]: list(chair), 'DELETE /desk/posts/P1': says({ ended: true }) });
    tap('办离任');

    await waitFor(() => expect(screen.queryByRole('button', { name: /^示例·陈秀英/ })).toBeNull());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sentTo('DELETE', '/desk/posts/P1')).toHaveLength(1);
  });

  it('says why a post does not end, and shows who is left when it has ended already', async () => {
    await open({ 'DELETE /desk/posts/P2': refuses('last_head') });
    tap(/^示例·洪丽华/);
    tap('办离任');
    await screen.findByText(refusals.last_head.message);
    tap(/^关闭/);
    expect(screen.getByRole('button', { name: /^示例·洪丽华/ })).toBeTruthy();

    answers({ [`GET ${posts}`]: list(chair), 'DELETE /desk/posts/P1': refuses('post_not_found') });
    tap(/^示例·陈秀英/);
    tap('办离任');

    await screen.findByText(refusals.post_not_found.message);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^示例·陈秀英/ })).toBeNull());
  });

  it('says that the invitations could not be read, beside the posts that were', async () => {
    await open({ [`GET ${invitations}`]: refuses('fault') });
    await screen.findByText(/^这次没办成。/);

    answers({ [`GET ${invitations}`]: list(anInvitation()) });
    tap('再试一次');

    await screen.findByText('工作人员，2026-11-29 前有效');
  });

  it('takes an invitation back, and says so when somebody has taken it by then', async () => {
    const [first, second] = [anInvitation(), anInvitation({ id: 'I2', kind: 'vice_chair' })];
    await open({ [`GET ${invitations}`]: list(first, second) });

    const withdrawn = { 'DELETE /desk/invitations/I1': says({ withdrawn: true }) };
    answers({ ...withdrawn, [`GET ${invitations}`]: list(second) });
    await tapOnceThere('收回工作人员的邀请');
    await waitFor(() => expect(screen.queryByText(/^工作人员，/)).toBeNull());
    expect(sentTo('DELETE', '/desk/invitations/I1')).toHaveLength(1);

    const joined = aPost({ id: 'P3', kind: 'vice_chair', name: '示例·苏丽琴' });
    answers({
      [`GET ${posts}`]: list(chair, aPost(), joined),
      'DELETE /desk/invitations/I2': refuses('invitation_not_found'),
    });
    tap('收回副主席的邀请');

    await screen.findByText('这个邀请已经不在了。可能有人接了，或者同事收回了。');
    await screen.findByRole('button', { name: /^示例·苏丽琴，副主席/ });
    expect(screen.queryByRole('button', { name: '收回副主席的邀请' })).toBeNull();
  });
});
