import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import {
  anEscalation,
  anOffer,
  aTicket,
  refuses,
  says,
  sentTo,
  staff,
  theServiceAnswers,
} from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import DeskPage from '.';

const decision = 'POST /desk/hand-overs/T8/decision';
const answers = (more: Parameters<typeof theServiceAnswers>[0] = {}) =>
  theServiceAnswers({
    'GET /me': says(staff),
    'GET /desk/case-tickets': says({ items: [], next: null }),
    'GET /desk/hand-overs': says({ items: [anOffer()], next: null }),
    'GET /desk/escalations': says({ items: [], next: null }),
    ...more,
  });
const none = { 'GET /desk/hand-overs': says({ items: [], next: null }) };
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(async () => {
  phone.reset();
  act(() => keepSession('secret'));
  answers();
  render(<DeskPage />);
  await screen.findByText('金枝村妇联 → 霞美村妇联');
});

it('is read again by the one refresh, with the escalations and the tickets', async () => {
  answers({
    'GET /desk/case-tickets': says({ items: [aTicket()], next: null }),
    'GET /desk/hand-overs': says({
      items: [anOffer({ fromFederationName: '四黄村妇联' })],
      next: null,
    }),
    'GET /desk/escalations': says({ items: [anEscalation()], next: null }),
  });

  tap('刷新');

  await screen.findByText('四黄村妇联 → 霞美村妇联');
  await screen.findByText('下级没按期办的');
  await screen.findByRole('button', { name: /家暴/ });
});

it('comes anew when those who offer it moved it, says so, and goes through the second time', async () => {
  const newer = says({ items: [anOffer({ version: 6 })], next: null });
  answers({ 'GET /desk/hand-overs': newer, [decision]: refuses('changed_meanwhile') });

  tap('接下');
  await screen.findByText('金枝村妇联刚才动过这一件。下面是最新的，看过再点一次。');
  answers({ ...none, [decision]: says({ accepted: true }) });
  tap('接下');

  await waitFor(() => expect(screen.queryByText('别的妇联请这里接手')).toBeNull());
  expect(sentTo('POST', '/desk/hand-overs/T8/decision')).toEqual([
    { version: 4, accept: true },
    { version: 6, accept: true },
  ]);
});

it.each([
  ['changed_meanwhile', '金枝村妇联请接手的那一件，同事比您快一步，已经答复了。'],
  ['hand_over_not_there', '金枝村妇联请接手的那一件，已经被收回或退回。'],
] as const)('goes when it was answered before her (%s), and says by whom', async (code, words) => {
  answers({ ...none, [decision]: refuses(code) });

  tap('接下');

  await screen.findByText(words);
  expect(screen.queryByRole('button', { name: '接下' })).toBeNull();
});
