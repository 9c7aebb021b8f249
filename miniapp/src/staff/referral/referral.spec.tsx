import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aReferral } from '../../../test/referrals';
import { phone } from '../../../test/stand-ins/taro';
import { wasChangedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { keepSession } from '@/platform/session';
import ReferralPage from '.';

const path = '/desk/referrals/R1';
const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });

async function open(more: Parameters<typeof theServiceAnswers>[0] = {}, slip = aReferral()) {
  theServiceAnswers({ [`GET ${path}`]: says(slip), ...more });
  render(<ReferralPage />);
  await screen.findByRole('heading', { level: 1, name: '南安市人民法院（法院）' });
}

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'R1' };
  keepSession('secret');
});

describe('转介单', () => {
  it('says what went, why it may, and by when they should answer', async () => {
    await open();
    for (const words of ['林某', '电话里说的', '个人信息保护法第二十三条', '2026-7F3K2M'])
      expect(screen.getByText(words)).toBeTruthy();
  });

  it('wants the reason when it came back', async () => {
    const returned = aReferral({ state: 'returned', outcome: '不归我们管', mayMoveTo: [] });
    await open({ [`POST ${path}/moves`]: says(returned) });
    tap('对方已退回', 'radio');
    tap('登记');
    expect(sentTo('POST', `${path}/moves`)).toEqual([]);

    type('为什么退回', '不归我们管');
    tap('登记');

    await screen.findByText('对方说');
    expect(sentTo('POST', `${path}/moves`)).toEqual([{ to: 'returned', note: '不归我们管' }]);
    expect(screen.getByText('不归我们管')).toBeTruthy();
    expect(wasChangedElsewhere('T1')).toBe(true);
  });

  it('tells the second of two, and shows what the first wrote down', async () => {
    await open({ [`POST ${path}/moves`]: refuses('referral_wrong_state') });
    tap('对方已收到', 'radio');
    tap('登记');
    await screen.findByText(/刚才有人登记过/);

    const answered = aReferral({ state: 'answered', outcome: '已立案', mayMoveTo: [] });
    theServiceAnswers({ [`GET ${path}`]: says(answered) });
    tap('看最新的结果');

    await screen.findByText('已立案');
  });

  it('opens the slip for printing beside the page, or says why not', async () => {
    await open();
    const beside = { location: { href: '' }, close: jest.fn() };
    const opened = jest.spyOn(window, 'open').mockReturnValue(beside as never);
    const answers = [
      { ok: true, blob: async () => new Blob(['%PDF']) },
      { ok: false, json: async () => refuses('print_no_font').data },
    ];
    const asked = jest.fn(async (_address: string) => answers.shift());
    global.fetch = asked as never;
    URL.createObjectURL = () => 'blob:slip';

    tap('打开打印单');
    await waitFor(() => expect(beside.location.href).toBe('blob:slip'));
    expect(asked.mock.calls[0]?.[0]).toBe(`/api/v1${path}/slip`);

    tap('打开打印单');
    await screen.findByText(/没有打印用的字体/);
    expect(beside.close).toHaveBeenCalled();
    opened.mockRestore();
  });
});
