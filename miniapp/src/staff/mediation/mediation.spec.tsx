import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { says, sentTo, theServiceAnswers } from '../../../test/desk';
import { aMediation } from '../../../test/referrals';
import { phone } from '../../../test/stand-ins/taro';
import { wasChangedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { keepSession } from '@/platform/session';
import MediationPage from '.';

const path = '/desk/case-tickets/T1/mediation';
const current = {
  id: 'X',
  mediatorId: 'M1',
  mediatorName: '示例·吴金凤',
  assignedAt: '2026-11-22T09:00:00+08:00',
  endedAt: null,
  ended: null,
  note: null,
};
const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));

async function open(mediation = aMediation(), more: Parameters<typeof theServiceAnswers>[0] = {}) {
  theServiceAnswers({ [`GET ${path}`]: says(mediation), ...more });
  render(<MediationPage />);
  await screen.findByRole('heading', { level: 1, name: '调解员' });
}

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { ticketId: 'T1' };
  keepSession('secret');
});

describe('一件求助的调解员', () => {
  it('is asked only after she agreed', async () => {
    await open(aMediation(), { [`POST ${path}`]: says(aMediation({ current })) });
    tap(/示例·吴金凤/);
    tap('请她调解');
    expect(sentTo('POST', path)).toEqual([]);

    tap(/她愿意调解/, 'checkbox');
    tap('请她调解');

    await screen.findByText('示例·吴金凤 在调解');
    expect(sentTo('POST', path)).toEqual([{ mediatorId: 'M1', agreed: true }]);
  });

  it('says why one cannot be asked', async () => {
    await open();
    tap(/示例·苏丽琴/);
    const ask = screen.getByRole('button', { name: /^请她调解，她登记过要回避这件事/ });
    expect(ask.getAttribute('aria-disabled')).toBe('true');
  });

  it('asks nobody where there is violence, and still writes down who is related', async () => {
    await open(aMediation({ whyNot: 'mediation_not_for_violence' }), {
      [`POST ${path}/recusals`]: says(aMediation()),
    });
    expect(screen.getByText(/不能调解/)).toBeTruthy();
    tap(/示例·吴金凤/);
    tap('和当事人是亲戚或有来往', 'radio');
    tap('登记回避');

    await waitFor(() =>
      expect(sentTo('POST', `${path}/recusals`)).toEqual([{ mediatorId: 'M1', kind: 'related' }]),
    );
  });

  it('ends with a note', async () => {
    await open(aMediation({ current }), { [`POST ${path}/end`]: says(aMediation()) });
    fireEvent.change(screen.getByRole('textbox', { name: '怎么结束的，选填' }), {
      target: { value: '谈拢了' },
    });
    tap('登记调解结束');

    await waitFor(() => expect(screen.queryByText('示例·吴金凤 在调解')).toBeNull());
    expect(sentTo('POST', `${path}/end`)).toEqual([{ note: '谈拢了' }]);
    await waitFor(() => expect(wasChangedElsewhere('T1')).toBe(true));
  });
});
