import { act, fireEvent, render, screen } from '@testing-library/react';
import { dayOf } from '@niangjia/shared';
import { says, sentTo, staff, theServiceAnswers } from '../../../test/desk';
import { claimCode } from '../../../test/her';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import WriteDownPage from '.';

const path = '/desk/case-tickets';
const tap = (role: string, name: string | RegExp) =>
  fireEvent.click(screen.getByRole(role, { name }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

beforeEach(async () => {
  phone.reset();
  Element.prototype.scrollIntoView = () => undefined;
  act(() => keepSession('secret'));
  theServiceAnswers({ 'GET /me': says(staff), [`POST ${path}`]: says({ id: 'T1', claimCode }) });
  render(<WriteDownPage />);
  await screen.findByRole('heading', { name: '记一件求助' });
});

it('says what is missing, and sends nothing', () => {
  tap('button', '记下');

  expect(screen.getByText('! 选一下怎么来的。')).toBeTruthy();
  expect(screen.getByText('! 她说的事至少写 1 个字。')).toBeTruthy();
  expect(sentTo('POST', path)).toEqual([]);
});

it('keeps a visit, and shows the digits once to be handed to her', async () => {
  tap('radio', '来访');
  tap('radio', '家暴');
  type('她说的事', '他又动手了');
  tap('checkbox', '不要让村里知道');
  tap('radio', '可以打电话');
  type('她的电话', '13800000000');
  tap('button', '记下');

  await screen.findByText(/请她抄下这 20 位数字/);
  expect(sentTo('POST', path)).toEqual([
    {
      channel: 'office_visit',
      kind: 'domestic_violence',
      text: '他又动手了',
      receivedDay: dayOf(Date.now()),
      notVillage: true,
      contact: { way: 'call', phone: '13800000000' },
    },
  ]);
  expect(JSON.stringify([...phone.storage])).not.toContain(claimCode);
  tap('button', '她抄好了');
  expect(phone.visited).toEqual(['/staff/case-ticket/index?id=T1']);
});
