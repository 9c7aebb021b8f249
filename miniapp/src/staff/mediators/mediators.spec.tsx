import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { refuses, says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { aMediator } from '../../../test/referrals';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import MediatorsPage from '.';

const tap = (name: string | RegExp, role = 'button') =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });

async function open(more: Parameters<typeof theServiceAnswers>[0] = {}) {
  const roster = says({ items: [aMediator()], next: null });
  theServiceAnswers({ 'GET /desk/mediators': roster, 'GET /me': says(staff), ...more });
  render(<MediatorsPage />);
  await screen.findByRole('button', { name: /示例·吴金凤.*在聘/ });
}

beforeEach(() => {
  phone.reset();
  keepSession('secret');
});

describe('调解员名册', () => {
  it('takes in one more with her term and what she knows', async () => {
    await open({ 'POST /desk/mediators': says(aMediator({ id: 'M2' })) });
    tap('加一位');
    tap('保存');
    expect(screen.getAllByRole('alert').length).toBeGreaterThan(3);

    fireEvent.click(await screen.findByRole('radio', { name: '霞美村妇联' }));
    type('姓名', '示例·苏丽琴');
    tap('懂法律', 'checkbox');
    type('聘期第一天', '2026年1月1日');
    type('聘期最后一天', '20281231');
    tap('保存');

    await waitFor(() =>
      expect(sentTo('POST', '/desk/mediators')).toEqual([
        {
          federationId: 'xiamei',
          name: '示例·苏丽琴',
          skills: ['law'],
          fromDay: '2026-01-01',
          toDay: '2028-12-31',
        },
      ]),
    );
  });

  it('says when somebody else has changed her meanwhile', async () => {
    await open({ 'PUT /desk/mediators/M1': refuses('changed_meanwhile') });
    tap(/示例·吴金凤/);
    tap('暂停', 'radio');
    tap('保存');

    await screen.findByText(/刚才有人改过了/);
    expect(sentTo('PUT', '/desk/mediators/M1')).toMatchObject([{ state: 'paused', version: 1 }]);
  });
});
