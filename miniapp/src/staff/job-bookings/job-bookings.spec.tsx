import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDeskJob, refuses, says, sentTo, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import JobBookingsPage from '.';

const path = '/desk/jobs/J1/bookings';
const shift = {
  shiftId: 'S',
  state: 'booked',
  startsAt: '2026-12-02T08:30:00+08:00',
  endsAt: '2026-12-02T16:00:00+08:00',
};
const silent = { ...shift, id: 'B1', name: null, phone: null, remark: null };
const said = { name: '示例·林木棉', phone: '13800000000', remark: '左撇子' };
const open = { ...shift, id: 'B2', ...said };
const answers = {
  'GET /jobs/J1': says(aDeskJob()),
  [`GET ${path}`]: says({ items: [silent, open], next: null }),
};

beforeEach(() => {
  phone.reset();
  phone.pageQuery = { id: 'J1' };
  act(() => keepSession('secret'));
});

it('shows the employer who comes, only after a tap, and nothing to change', async () => {
  theServiceAnswers(answers);
  render(<JobBookingsPage />);
  await screen.findByRole('heading', { level: 1, name: '缝纫工' });
  expect(sentTo('GET', path)).toEqual([]);
  const buttons = screen.getAllByRole('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['看预约名单']);
  expect(screen.queryByRole('textbox')).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: '看预约名单' }));

  for (const words of ['没有写名字', ...Object.values(said)])
    expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

it('says so when the post is not hers any more, and shows nobody', async () => {
  theServiceAnswers({ ...answers, [`GET ${path}`]: refuses('job_not_found') });
  render(<JobBookingsPage />);
  fireEvent.click(await screen.findByRole('button', { name: '看预约名单' }));

  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.queryByText('没有写名字')).toBeNull();
});
